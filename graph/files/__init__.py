"""What every reader of files asks first: in which encoding a text is, and whether a packed file was made to harm."""
