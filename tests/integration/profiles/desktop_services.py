"""What a desktop with KMail has beside Akonadi, on the session bus of a test: a wallet, and filters for mail.

The wallet is open and knows one password for whatever is asked; KDE's programs ask it just as they ask KWallet once a
person has let them store the password. The filters, which KMail brings along, leave each mail as it is.

Run by the Python of the system, which has GObject; the password is its one argument.
"""

import sys

from gi.repository import Gio, GLib

WALLET = "org.kde.KWallet"
FILTERS = "org.freedesktop.Akonadi.MailFilterAgent"
PLACES = {
    WALLET: ("org.kde.kwalletd5", "/modules/kwalletd5"),
    FILTERS: ("org.freedesktop.Akonadi.Agent.akonadi_mailfilter_agent", "/MailFilterAgent"),
}
ANSWERS = {
    WALLET: {
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
    },
    FILTERS: {"filterItem": ("xis", "", None)},
}


def description(interface: str) -> str:
    """The interface as D-Bus wants it."""
    methods = "".join(
        f'<method name="{name}">'
        + "".join(f'<arg direction="in" type="{kind}"/>' for kind in given)
        + (f'<arg direction="out" type="{answered}"/>' if answered else "")
        + "</method>"
        for name, (given, answered, _) in ANSWERS[interface].items()
    )
    opened = '<signal name="walletAsyncOpened"><arg type="i"/><arg type="i"/></signal>'
    return f'<node><interface name="{interface}">{methods}{opened}</interface></node>'


def on_call(bus, _sender, path, interface, method, _given, invocation):
    """Answer, and say that the wallet is open to who does not wait for it."""
    _, kind, value = ANSWERS[interface][method]
    invocation.return_value(GLib.Variant(f"({kind})", (value,)) if kind else None)
    if method == "openAsync":
        bus.emit_signal(None, path, interface, "walletAsyncOpened", GLib.Variant("(ii)", (1, 1)))


def on_bus(bus, name):
    """Offer what stands under this name."""
    (interface,) = [each for each, (known, _) in PLACES.items() if known == name]
    told = Gio.DBusNodeInfo.new_for_xml(description(interface)).interfaces[0]
    bus.register_object(PLACES[interface][1], told, on_call, None, None)


for known, _ in PLACES.values():
    Gio.bus_own_name(Gio.BusType.SESSION, known, Gio.BusNameOwnerFlags.NONE, on_bus, None, None)
GLib.MainLoop().run()
