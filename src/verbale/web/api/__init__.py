"""The records of the command line over HTTP, for programs: ``/api/v1``, described by OpenAPI 3.1.

What may be seen is asked at the same place as on pages. Cookies count nothing here: whoever asks without a token is a
reader, so that no page of another site can ask in somebody's name.
"""
