"""The application object for WSGI servers; run directly, it serves the embedded default (``mailweiche serve``)."""

from advisor.web.factory import create_app

app = create_app()

if __name__ == "__main__":
    from advisor.web.serve import serve

    serve(app)
