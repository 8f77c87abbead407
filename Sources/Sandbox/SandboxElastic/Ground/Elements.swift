/// The elements of a text with commas, without empty ones.
func elements(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
