"""Laying the sentences of two reports side by side, in whatever of the five languages they are.

features    what a sentence has in any language: linked entities, figures, dates, codes, concepts, cognates
likeness    how much two runs of sentences speak for telling the same, and by what
path        the alignment: which sentences belong together, which stand alone
files       two files to JSON lines: the command ``align``

``analysis.measure.alignment`` gives the same as a table. This package itself imports nothing.
"""
