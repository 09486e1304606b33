"""The tables of a desk and of its website brought to a newer form, or back to an older one that loses nothing it knows.

A form is how far the steps of each application went. Going forward keeps every row. Going back takes away tables and
columns that the older form has no place for: where they hold anything that cannot be made again, it is refused before
the first step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps
from django.db.models import QuerySet

from verbale.errors import BadReference, Refused
from verbale.store.backing_up import LEFT_OUT, get_loader, last_steps
from verbale.store.database import Database, as_default
from verbale.store.failures import reporting

Form = tuple[str, str]
"""A step of the tables: the name of its application, and its own."""
_STORE, _WEBSITE = "store", "web"
PREVIOUS = "previous"
_MADE_AGAIN = frozenset({"store_caserow", "store_documentrow", *LEFT_OUT})
"""Tables whose rows are made from others, or say who is there now."""


def bring_to(database: Database, forms: Iterable[Form] | str, *, forgetting: bool = False) -> tuple[str, ...]:
    """Bring the tables of an open desk to a form; the names of the steps taken, in order.

    ``forms`` are all steps that the tables are to have, or a word: empty for the newest, ``previous`` for the step
    before the last of the desk's own tables, ``0003`` or ``web.0005`` for a step. Raises ``BadReference`` where there
    is no such form, ``Refused`` where something would be lost that the older form has no place for; with ``forgetting``
    it is let go.
    """
    with reporting(database.name), as_default(database):
        executor = MigrationExecutor(connections[database.alias])
        loader = get_loader(database)
        targets = _targets(loader, forms) if isinstance(forms, str) else _last_of(loader, set(forms))
        plan = executor.migration_plan(targets)
        back = {(migration.app_label, migration.name) for migration, backwards in plan if backwards}
        if back:
            _check_reversible(database, [migration for migration, backwards in plan if backwards])
            losses = [] if forgetting else list(_losses(database, loader, back))
            if losses:
                advice = "back it up, and let it go with --forget; or stay with this version"
                raise Refused(database.name, "go back", f"the older form has no place for {'; '.join(losses)}", advice)
        executor.migrate(targets, plan=plan)
    return tuple(migration.name for migration, _ in plan)


def _targets(loader: Any, word: str) -> list[tuple[str, str | None]]:  # noqa: ANN401  Django has no types.
    apps = {app for app, _ in loader.applied_migrations}
    if not word:
        # A website is brought up to date as a whole, with the tables of what it has gained.
        return [leaf for leaf in sorted(loader.graph.leaf_nodes()) if leaf[0] in apps or _WEBSITE in apps]
    app, _, name = word.rpartition(".")
    app = app or _STORE
    known = sorted(node for node in loader.graph.nodes if node[0] == app)
    if word == PREVIOUS:
        taken = [node for node in known if node in loader.applied_migrations]
        found = taken[-2] if len(taken) > 1 else None
    else:
        found = next((node for node in known if name and node[1].startswith(name)), None)
    if found is None:
        listed = ", ".join(node[1] for node in known) or "none"
        raise BadReference(word, f"no form of a desk's tables; there are {listed}")
    return [found]


def _last_of(loader: Any, forms: set[Form]) -> list[tuple[str, str | None]]:  # noqa: ANN401
    """The last step of each application that has to have been taken; none of those that are not among them."""
    if unknown := sorted(forms - set(loader.graph.nodes)):
        raise BadReference(".".join(unknown[0]), "no form that this program knows; update it")
    gone = {app for app, _ in loader.applied_migrations} - {app for app, _ in forms}
    return [*last_steps(loader, forms), *((app, None) for app in sorted(gone))]


def _check_reversible(database: Database, back: Iterable[Any]) -> None:
    for migration in back:
        if not all(operation.reversible for operation in migration.operations):
            reason = f"the step {migration.name} cannot be taken back"
            raise Refused(database.name, "go back", reason, "restore the backup that was taken before it")


def _losses(database: Database, loader: Any, back: set[Form]) -> Iterator[str]:  # noqa: ANN401
    """What tables and columns hold that are there now and not in the older form."""
    applied = sorted(set(loader.applied_migrations))
    now = loader.project_state(applied).apps
    then = _columns(loader.project_state([form for form in applied if form not in back]).apps)
    for model in now.get_models(include_auto_created=True):
        table = model._meta.db_table
        if table in _MADE_AGAIN or not model._meta.managed or model._meta.proxy:
            continue
        rows = QuerySet(model, using=database.alias)
        if table not in then:
            if count := rows.count():
                yield f"{count} rows of {table}"
            continue
        for field in model._meta.concrete_fields:
            if field.column not in then[table] and (count := rows.exclude(**{field.attname: _empty(field)}).count()):
                yield f"{field.column} in {count} rows of {table}"


def _columns(apps: StateApps) -> dict[str, set[str]]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: {field.column for field in model._meta.concrete_fields} for model in models}


def _empty(field: Any) -> Any:  # noqa: ANN401
    """What a column holds where nothing was put into it."""
    return field.get_default()
