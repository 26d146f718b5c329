"""Brings the vendors' SDKs for the Stage page from npm, at the versions and hashes of stage/package-lock.json.

They are not kept in the repository; installers ship what this has put into resources/stage/sdk, with THIRD_PARTY.txt.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from machine import ROOT, SetupError, run, run_step, why_failed

RECIPE = ROOT / "packaging" / "stage"
SDKS = ROOT / "resources" / "stage" / "sdk"

# What the page loads, and where it lies in its package. All three are whole: they load nothing else.
FILES = {
    "livekit-client.js": "livekit-client/dist/livekit-client.umd.js",
    "agora-rtc-sdk.js": "agora-rtc-sdk-ng/AgoraRTC_N-production.js",
    "trtc.js": "trtc-sdk-v5/trtc.js",
}
LICENCES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license", "NOTICE")
LOCK = "package-lock.json"


def main(_arguments: "list[str]") -> int:
    bring_sdks()
    return 0


def bring_sdks() -> None:
    """Make SDKS what the lock says, unless it is that already; the lock's copy is written last."""
    if is_current(SDKS):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SetupError("npm is missing, which comes with Node.js (nodejs.org). Install it, then run this again.")
    with tempfile.TemporaryDirectory(prefix="akool-stage-") as folder:
        shutil.copytree(RECIPE, folder, dirs_exist_ok=True)
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
        succeeded, output = run_step("Bringing the vendors' SDKs", [npm, "ci", "--prefix", folder, *quiet])
        if not succeeded:
            raise SetupError(why_failed(output, "npm failed; the lines above say why."))
        install(Path(folder) / "node_modules", SDKS)


def is_current(sdks: Path) -> bool:
    """All of it: a file that was lost comes back."""
    if not all((sdks / name).is_file() for name in FILES):
        return False
    try:
        return (sdks / LOCK).read_bytes() == (RECIPE / LOCK).read_bytes()
    except FileNotFoundError:
        return False


def install(packages: Path, sdks: Path) -> None:
    shutil.rmtree(sdks, ignore_errors=True)
    sdks.mkdir(parents=True)
    for name, inside in FILES.items():
        shutil.copyfile(packages / inside, sdks / name)
    (sdks / "THIRD_PARTY.txt").write_text("\n".join(notices(packages)), encoding="utf-8")
    shutil.copyfile(RECIPE / LOCK, sdks / LOCK)


def notices(packages: Path) -> "Iterator[str]":
    """Each package that went into the three files: its version, the licence it declares, and the licence's text."""
    yield "The Stage page uses these packages from npm, unchanged.\n"
    lock = json.loads((RECIPE / LOCK).read_text(encoding="utf-8"))
    for path, package in lock["packages"].items():
        folder = packages.parent / path
        if path and folder.is_dir():
            yield f"{'=' * 80}\n{path.removeprefix('node_modules/')} {package['version']}"
            yield f"Licence as declared: {package.get('license', 'not declared')}\n"
            texts = [text for text in (folder / name for name in LICENCES) if text.is_file()]
            for text in texts:
                yield text.read_text(encoding="utf-8", errors="replace")
            if not texts:
                yield "The package holds no licence file: what it declares is all that its maker says in it.\n"


if __name__ == "__main__":
    run(main)
