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
  /** A function for each order, by name. */
  orders = {};
  #socket;

  constructor(token) {
    this.#socket = new WebSocket(`ws://${location.host}/api/page`, ["akool-stage", token]);
    this.#socket.addEventListener("message", ({ data }) => {
      const order = JSON.parse(data);
      this.orders[order.do]?.(order);
    });
    this.opened = new Promise((opened, refused) => {
      this.#socket.addEventListener("open", opened);
      this.#socket.addEventListener("close", refused);
    });
  }

  report(is, values) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ is, ...values }));
  }
}
