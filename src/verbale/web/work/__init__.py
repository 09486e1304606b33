"""Work in the background that survives a kill: kept in the database, done by workers that show that they live.

``django-tasks-db`` keeps the tasks. What it lacks is here: a task asked for twice is done once, the task of a worker
that is gone goes back, and a worker that was given up for gone and wakes can no longer finish what another does.
"""
