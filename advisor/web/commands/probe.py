"""``mailweiche probe``: the server check of a domain or address, without any password."""

import re
from dataclasses import replace

import click
from flask import current_app

from advisor.report.documents_server_report import write_server_report
from advisor.report.server_report import complete
from advisor.text import Language
from advisor.web.commands.common import BadInputError, json_option, language_option, print_document
from advisor.web.probing import probe_options
from probes.options import ManualClaim
from probes.results import Protocol, Security

MANUAL = re.compile(r"(imap|pop3|submission)=([^:=\s]+):(\d{1,5}):(tls|starttls)")
