from . import catalogue_book
