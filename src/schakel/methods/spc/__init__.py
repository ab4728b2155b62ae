"""Control charts: what is chance and what is change in a series of measurements.

`control_chart(Series(values, …), Method(chart, rules, …))` gives a `ControlChart`: frozen values in, frozen values
out, standard library only. The rule sets are those of NHS England (`nhs7`) and of Anhøj (`anhoej`); figures equal
NHSRplotthedots 0.2.2 and qicharts2 0.8.1. What differs on purpose: docs/reference/control-charts-and-rates.md.
"""

from schakel.methods.spc.advice import Advice, Kind, Reason, SuggestedPhase, chart_choice, suggested_phase
from schakel.methods.spc.alarms import FalseAlarms, false_alarms
from schakel.methods.spc.chart import ControlChart, Method, Missing, Phase, Point, control_chart
from schakel.methods.spc.limits import Basis
from schakel.methods.spc.rulesets import RULE_SETS, Rule, RuleSet
from schakel.methods.spc.series import BadSeries, Chart, Fault, Series, phases_from
from schakel.methods.spc.signals import RunsTest
from schakel.methods.spc.verdicts import Assurance, Direction, Variation, assurance_of

__all__ = [
    "RULE_SETS",
    "Advice",
    "Assurance",
    "BadSeries",
    "Basis",
    "Chart",
    "ControlChart",
    "Direction",
    "FalseAlarms",
    "Fault",
    "Kind",
    "Method",
    "Missing",
    "Phase",
    "Point",
    "Reason",
    "Rule",
    "RuleSet",
    "RunsTest",
    "Series",
    "SuggestedPhase",
    "Variation",
    "assurance_of",
    "chart_choice",
    "control_chart",
    "false_alarms",
    "phases_from",
    "suggested_phase",
]
