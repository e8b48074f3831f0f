"""The most that is read of one message, in any form. Real ones stay far below: a request of 1,000 elements is large.

The longest log that a schema allows, 19,056 entries of 4.8.1, has some 76,000 elements and is read.
Each bound ends something that was measured: 2 million empty elements in 5 MB fill 268 MB as a tree, 300,000 attributes
of one element take most of a second, and the text of a long namespace is repeated in the name of every element below.
A value in JSON takes twice as long to be read as an element.
"""

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 100
MAX_ELEMENTS = 150_000
MAX_TAGS = 2 * MAX_ELEMENTS
MAX_JSON_VALUES = 100_000
MAX_EQUALS_SIGNS = 100_000
MAX_ATTRIBUTES = 100
MAX_VALUE = 1000
MAX_NAME = 2000
