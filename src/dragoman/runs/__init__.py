"""The rooms put together: inputs become coded articles, here, in worker processes, or from Python.

Comes in: what a door asks for (inputs, texts, a `Settings`).  Goes out: `CodedArticle`s and
`Rejection`s in the order of the inputs, and the plain JSON and CSV values that doors write.

    coding.py     one article through all stages: the tour
    reading.py    inputs → documents → articles
    batch.py      many documents, in this process or several
    relating.py   the type of an event whose sides are given; answering.py reads its lines.  governing.py finds which
                  predications govern the sides, telling.py, composing.py, refining.py and arguments.py what they
                  tell, wording.py what bare words do, by the table that defaults.py loads
    explaining.py every step of one text, for people
    forms.py      coded articles and events as JSON values, and CSV rows in columns.py
    python.py     what `import dragoman` offers
    health.py     what `dragoman doctor` looks at

To add a way to run, write a module that maps `code_document` over documents; it needs nothing more.
Nothing is imported here, so that `doctor` can still answer where a library is broken.
"""
