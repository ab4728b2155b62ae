"""Control charts on a page: the words for what `schakel.methods.spc` found, and the drawing."""
