"""Every blueprint of the app, in the order of a person's way through it."""

from advisor.web.served import views as served
from advisor.web.views import (
    certainty,
    check,
    compare,
    consent,
    estimates,
    example,
    groups,
    measure,
    override,
    policy,
    profiles,
    questions,
    result,
    result_groups,
    serving,
    start,
    what_if,
)

BLUEPRINTS = (
    start.blueprint,
    questions.blueprint,
    groups.blueprint,
    check.blueprint,
    compare.blueprint,
    measure.blueprint,
    result.blueprint,
    override.blueprint,
    result_groups.blueprint,
    certainty.blueprint,
    what_if.blueprint,
    estimates.blueprint,
    profiles.blueprint,
    consent.blueprint,
    serving.blueprint,
    example.blueprint,
    policy.blueprint,
    served.blueprint,
)
