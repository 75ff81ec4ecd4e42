"""A stand-in for KWallet on the session bus of a test: it is open, and knows one password for whatever is asked.

Run by the Python of the system, which has GObject; the password is its one argument. KDE's programs ask it just as they
ask KWallet once a person has let them store the password.
"""

import sys

from gi.repository import Gio, GLib

NAME, PATH, INTERFACE = "org.kde.kwalletd5", "/modules/kwalletd5", "org.kde.KWallet"
ANSWERS = {
    "isEnabled": ("", "b", True),
    "networkWallet": ("", "s", "kdewallet"),
    "localWallet": ("", "s", "kdewallet"),
    "open": ("sxs", "i", 1),
    "openAsync": ("sxsb", "i", 1),
    "isOpen": ("i", "b", True),
    "close": ("ibs", "i", 0),
    "sync": ("is", "", None),
    "hasFolder": ("iss", "b", True),
    "createFolder": ("iss", "b", True),
    "hasEntry": ("isss", "b", True),
    "entryType": ("isss", "i", 1),
    "readPassword": ("isss", "s", sys.argv[1]),
    "writePassword": ("issss", "i", 0),
    "disconnectApplication": ("ss", "b", True),
}


def description() -> str:
    """The interface as D-Bus wants it."""
    methods = "".join(
        f'<method name="{name}">'
        + "".join(f'<arg direction="in" type="{kind}"/>' for kind in given)
        + (f'<arg direction="out" type="{answered}"/>' if answered else "")
        + "</method>"
        for name, (given, answered, _) in ANSWERS.items()
    )
    opened = '<signal name="walletAsyncOpened"><arg type="i"/><arg type="i"/></signal>'
    return f'<node><interface name="{INTERFACE}">{methods}{opened}</interface></node>'


def on_call(bus, _sender, _path, _interface, method, _given, invocation):
    """Answer, and say that the wallet is open to who does not wait for it."""
    _, kind, value = ANSWERS[method]
    invocation.return_value(GLib.Variant(f"({kind})", (value,)) if kind else None)
    if method == "openAsync":
        bus.emit_signal(None, PATH, INTERFACE, "walletAsyncOpened", GLib.Variant("(ii)", (1, 1)))


def on_bus(bus, _name):
    """Offer the wallet."""
    interface = Gio.DBusNodeInfo.new_for_xml(description()).interfaces[0]
    bus.register_object(PATH, interface, on_call, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, None, None)
GLib.MainLoop().run()
