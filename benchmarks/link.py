"""Two network namespaces joined by a link that holds every packet back: the near end, the far end, and time between.

Needs root on Linux. Kernels without netem are common in containers, so the packets go through two TUN devices and this
process. Nothing leaves the machine: the only route of each namespace is the other one.
"""

import fcntl
import os
import select
import struct
import subprocess
import sys
import time
from collections import deque

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
NEAR, FAR = "mailweiche-near", "mailweiche-far"
NEAR_ADDRESS, FAR_ADDRESS = "198.18.0.1", "198.18.0.2"  # RFC 2544: for benchmarks
NETWORK = "198.18.0.0/15"


def _tun(name, namespace, address, peer):
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    _ip("link", "set", name, "netns", namespace)
    _ip("-n", namespace, "addr", "add", f"{address}/32", "peer", peer, "dev", name)
    for interface in (name, "lo"):
        _ip("-n", namespace, "link", "set", interface, "up")
    os.set_blocking(device, False)
    return device


def _ip(*words):
    subprocess.run(["ip", *words], check=True)


def _carry(first, second, delay):
    """Move packets both ways for ever, each ``delay`` seconds late."""
    waiting = {first: deque(), second: deque()}
    other = {first: second, second: first}
    while True:
        due = min((queue[0][0] for queue in waiting.values() if queue), default=None)
        patience = None if due is None else max(0.0, due - time.monotonic())
        ready, _, _ = select.select(list(other), [], [], patience)
        now = time.monotonic()
        for device in ready:
            while (packet := _read(device)) is not None:
                waiting[other[device]].append((now + delay, packet))
        for device, queue in waiting.items():
            while queue and queue[0][0] <= time.monotonic():
                os.write(device, queue.popleft()[1])


def _read(device):
    try:
        return os.read(device, 65536)
    except BlockingIOError:
        return None


class Link:
    """The two namespaces; with ``delay`` (seconds one way) they are joined, without they are only apart."""

    def __init__(self, delay=None):
        self._delay = delay
        self._process = None

    def __enter__(self):
        for namespace in (NEAR, FAR):
            subprocess.run(["ip", "netns", "del", namespace], check=False, capture_output=True)
            _ip("netns", "add", namespace)
            _ip("-n", namespace, "link", "set", "lo", "up")
        if self._delay is not None:
            command = [sys.executable, "-m", "benchmarks.link", str(self._delay)]
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
            self._process.stdout.readline()
        return self

    def __exit__(self, *_):
        if self._process:
            self._process.kill()
            self._process.wait()
        for namespace in (NEAR, FAR):
            subprocess.run(["ip", "netns", "del", namespace], check=False)


def inside(namespace, *command):
    """The words that run ``command`` in a namespace."""
    return ["ip", "netns", "exec", namespace, *command]


if __name__ == "__main__":
    near = _tun("mwnear0", NEAR, NEAR_ADDRESS, FAR_ADDRESS)
    far = _tun("mwfar0", FAR, FAR_ADDRESS, NEAR_ADDRESS)
    print("joined", flush=True)
    _carry(near, far, float(sys.argv[1]))
