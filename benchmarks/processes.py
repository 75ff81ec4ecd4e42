"""What a program and everything that it started have used: processor time and memory, read from /proc."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PARENT = 1  # places of the fields of /proc/PID/stat that follow the name, see proc(5)
PAGES = 21
TIMES = slice(11, 15)  # own, in the kernel, and both of children that were waited for


def seconds(root):
    """Processor seconds so far of the process ``root`` and of all below it, ended ones included."""
    stats = _stats()
    return sum(sum(map(int, stats[pid][TIMES])) for pid in _below(root, stats)) / TICKS


def memory(root):
    """MiB that the process ``root`` and all below it hold; what they share counts in each."""
    stats = _stats()
    return sum(int(stats[pid][PAGES]) for pid in _below(root, stats)) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def _stats():
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (text := _text(folder / "stat")):
            found[int(folder.name)] = text.rpartition(")")[2].split()
    return found


def _below(root, stats):
    tree = [root] if root in stats else []
    for pid in tree:
        tree += [child for child, stat in stats.items() if int(stat[PARENT]) == pid]
    return tree


def _text(path):
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
