"""Figures of a site for whoever operates it, sent to the collector that the operator names (OpenTelemetry, OTLP).

Nothing of it is loaded, measured or sent where no collector is named, and no address of the website shows any of it.
Figures have the names of routes, statuses and kinds of work; never an address, a name, or a word of a letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verbale import __version__

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
"""The methods that are named in figures; any other is ``other``."""
_EVERY = 30_000  # milliseconds between two sendings
_WAIT = 5  # seconds that a collector has to answer
_EDGES = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds: the steps of durations


@dataclass(frozen=True, slots=True)
class Level:
    """A figure that stands at a moment: its name, its unit, its value, and what it is of."""

    name: str
    unit: str
    value: float
    of: Mapping[str, str]


Levels = Callable[[], Iterable[Level]]


@dataclass(frozen=True, slots=True)
class _Started:
    provider: Any
    requests: Any
    work: Any
    events: Any


_started: list[_Started] = []


def start_metrics(endpoint: str, part: str, levels: Levels | None = None, *, reader: Any = None) -> None:  # noqa: ANN401
    """Begin to measure this process, which is a ``part`` of the site, and to send figures to a collector.

    ``levels`` gives the figures that stand at the moment of a sending. Without an address and a ``reader`` nothing
    happens.
    """
    if _started or (not endpoint and reader is None):
        return
    # They are loaded where figures are asked for.
    from opentelemetry.sdk.metrics import MeterProvider  # noqa: PLC0415
    from opentelemetry.sdk.metrics.view import ExplicitBucketHistogramAggregation, View  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415

    resource = Resource({"service.name": "verbale", "service.version": __version__, "verbale.part": part})
    steps = ExplicitBucketHistogramAggregation(_EDGES)
    views = [View(instrument_name=name, aggregation=steps) for name in ("http.server.request.duration", "verbale.work")]
    provider = MeterProvider([reader or _reader(endpoint)], resource=resource, views=views, shutdown_on_exit=True)
    meter = provider.get_meter("verbale", __version__)
    _started.append(
        _Started(
            provider,
            meter.create_histogram("http.server.request.duration", "s", "requests by route and status"),
            meter.create_histogram("verbale.work", "s", "work that ended, by task and outcome"),
            meter.create_counter("verbale.events", "1", "letters, mail and failures"),
        )
    )
    if levels is not None:
        _observe(meter, levels)


def stop_metrics() -> None:
    """Send what is left, and measure no more."""
    while _started:
        _started.pop().provider.shutdown()


def record_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count a request that was answered."""
    for one in _started:
        of = {"http.route": route, "http.request.method": method, "http.response.status_code": status}
        one.requests.record(seconds, of)


def record_work(task: str, outcome: str, seconds: float) -> None:
    """Count a piece of work that ended: ``done``, ``failed`` or ``given-back``."""
    for one in _started:
        one.work.record(seconds, {"verbale.task": task, "verbale.outcome": outcome})


def count_event(kind: str, outcome: str) -> None:
    """Count what happened: a letter that came in, mail that went out, a failure; by kind and outcome."""
    for one in _started:
        one.events.add(1, {"verbale.kind": kind, "verbale.outcome": outcome})


def _reader(endpoint: str) -> Any:  # noqa: ANN401  A class of the library, which is loaded here.
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter  # noqa: PLC0415
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader  # noqa: PLC0415

    exporter = OTLPMetricExporter(endpoint=f"{endpoint.rstrip('/')}/v1/metrics", timeout=_WAIT)
    return PeriodicExportingMetricReader(exporter, export_interval_millis=_EVERY)


def _observe(meter: Any, levels: Levels) -> None:  # noqa: ANN401
    """One instrument for each name. They are asked one after the other, and the first asks the database for all."""
    from opentelemetry.metrics import CallbackOptions, Observation  # noqa: PLC0415

    held: list[Level] = []

    def asked(name: str, *, first: bool) -> Callable[[CallbackOptions], Iterator[Observation]]:
        def observe(options: CallbackOptions) -> Iterator[Observation]:
            if first:
                held[:] = levels()
            yield from (Observation(one.value, dict(one.of)) for one in held if one.name == name)

        return observe

    for number, (name, unit) in enumerate(LEVELS.items()):
        meter.create_observable_gauge(name, [asked(name, first=number == 0)], unit)


LEVELS = {
    "verbale.queue.length": "1",
    "verbale.queue.age": "s",
    "verbale.intake.open": "1",
    "verbale.mail": "1",
    "verbale.workers": "1",
}
"""The figures that stand at a moment, each with its unit; ``web/site_levels.py`` gives them."""
