"""The application object for WSGI servers; run directly, it serves the embedded default (``mailweiche serve``)."""

import sys

from advisor.web.cli import main
from advisor.web.factory import create_app

if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
else:
    app = create_app()
