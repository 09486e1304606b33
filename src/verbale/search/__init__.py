"""Full text search: documents go in as plain records, hits with their facets and highlighted spans come out.

It keeps an index in a folder (tantivy), which is a projection: it can be dropped and made anew. It may not know where
documents are kept, Django, HTTP or today's date.
"""
