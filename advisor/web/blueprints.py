"""Every blueprint of the app, in the order of a person's way through it."""

from advisor.web.views import check, questions, start

BLUEPRINTS = (start.blueprint, questions.blueprint, check.blueprint)
