"""Pages anyone may read without signing in; ideas of residents, and organisations that ask to join.

Words (English – Dutch): contact – contact; outside idea – idee van buiten; membership request –
lidmaatschapsverzoek; publication – openbare tekst.
"""
