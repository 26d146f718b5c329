// The line to the console, which gives orders and hears what happens here. When the console goes, the page stays.

export async function redeem(ticket) {
  const answer = await fetch("/api/redeem", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Stage": "1" },
    body: JSON.stringify({ ticket }),
  });
  return answer.ok ? answer.json() : null;
}

export class Line {
  #socket;
  #orders = null;
  #early = [];

  constructor(token) {
    this.#socket = new WebSocket(`ws://${location.host}/api/page`, ["akool-stage", token]);
    this.#socket.addEventListener("message", ({ data }) => this.#take(JSON.parse(data)));
    this.#socket.addEventListener("close", () => this.#take({ do: "lost" }));
    this.opened = new Promise((opened, refused) => {
      this.#socket.addEventListener("open", opened);
      this.#socket.addEventListener("close", refused);
    });
  }

  /** `orders` holds a function for each order, by name; those that came before are given now. */
  obey(orders) {
    this.#orders = orders;
    for (const order of this.#early.splice(0)) this.#take(order);
  }

  #take(order) {
    if (this.#orders === null) this.#early.push(order);
    else this.#orders[order.do]?.(order);
  }

  report(is, values) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ is, ...values }));
  }
}
