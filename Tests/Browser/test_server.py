"""`nabla lab`: serves the lab's files to this machine and nothing else to anybody."""

import http.client
import re
import signal
import socket
import subprocess

import pytest

from conftest import ROOT, WEB


@pytest.fixture(scope="module")
def port():
    program = next(path for path in (ROOT / ".build/debug/nabla", ROOT / ".build/release/nabla") if path.exists())
    server = subprocess.Popen(
        [program, "lab", "--port", "0", "--folder", str(WEB)], stdout=subprocess.PIPE, text=True,
        # Whoever runs the tests behind a shell has it ignored, and a child would ignore it too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    line = server.stdout.readline()
    yield int(re.search(r"http://127\.0\.0\.1:(\d+)", line).group(1))
    server.send_signal(signal.SIGINT)
    server.wait(timeout=5)


def get(port, path, method="GET", host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    connection.endheaders()
    response = connection.getresponse()
    return response, response.read()


def test_the_page_and_its_modules(port):
    response, body = get(port, "/")
    assert response.status == 200
    assert response.getheader("Content-Type").startswith("text/html")
    assert body == (WEB / "index.html").read_bytes()
    response, body = get(port, "/text/zh-Hans.js")
    assert response.getheader("Content-Type").startswith("text/javascript")
    assert body == (WEB / "text/zh-Hans.js").read_bytes()


@pytest.mark.parametrize("path", [
    "/nothing.js", "/../README.md", "/%2e%2e/README.md", "/text/../../README.md", "//etc/passwd", "/text/",
])
def test_nothing_else(port, path):
    response, body = get(port, path)
    assert response.status in (400, 404)
    assert b"Nabla" not in body


def test_only_to_its_own_names(port):
    assert get(port, "/", host="evil.example")[0].status == 403
    assert get(port, "/", host=f"localhost:{port}")[0].status == 200


def test_only_reading(port):
    assert get(port, "/", method="DELETE")[0].status == 405
    assert get(port, "/", method="HEAD")[0].status == 200


def test_only_on_this_machine(port):
    with socket.socket() as outside:
        outside.settimeout(2)
        with pytest.raises(OSError):
            outside.connect((socket.gethostbyname(socket.gethostname()), port))
            # A machine whose name is its loopback has no other address to try.
            if outside.getpeername()[0].startswith("127."):
                raise OSError


def test_a_port_that_is_taken_is_said(port):
    program = next(path for path in (ROOT / ".build/debug/nabla", ROOT / ".build/release/nabla") if path.exists())
    second = subprocess.run(
        [program, "lab", "--port", str(port), "--folder", str(WEB)], capture_output=True, text=True, timeout=30)
    assert second.returncode == 69
    assert "cannot be listened on" in second.stderr
