"""The reference backend on a free port, for the scripts that try it; knows no check."""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def running(folder, *options):
    """The backend and its address. BACKEND is the program, if it is not the one that this builds; its log stays in the folder."""
    program = os.environ.get("BACKEND")
    if not program:
        program = ROOT / "target/debug/portal-backend"
        subprocess.run(["cargo", "build", "--quiet", "--package", "portal-backend"], cwd=ROOT, check=True)
    with open(folder / "backend.log", "w") as log:
        backend = subprocess.Popen([program, "--port", "0", "--database", folder / "portal.sqlite", *options], stdout=subprocess.PIPE, stderr=log)
    try:
        yield backend, _address(backend, folder)
    finally:
        backend.send_signal(signal.SIGTERM)
        try:
            backend.wait(15)
        except subprocess.TimeoutExpired:
            backend.kill()


def _address(backend, folder):
    deadline = time.monotonic() + 30
    said = b""
    while time.monotonic() < deadline and backend.poll() is None:
        if select.select([backend.stdout], [], [], 0.5)[0]:
            said += os.read(backend.stdout.fileno(), 4096)
            address = re.search(r"https?://[^\s/]+(?=\s)", said.decode())
            if address:
                return address.group()
    backend.kill()
    sys.exit(f"The backend did not start:\n{(folder / 'backend.log').read_text()}")


def fetch(base, path, headers, body=None):
    """The headers and the bytes of an answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data=data, headers={"Content-Type": "application/json", **headers})
    with urllib.request.urlopen(request) as answer:
        return answer.headers, answer.read()


def call(base, path, headers, body=None):
    """The headers and the value of an answer in JSON."""
    headers, content = fetch(base, path, headers, body)
    return headers, json.loads(content or b"null")
