extension String {
    /// Whether the two texts are the same characters, code by code.
    ///
    /// `==` takes `é` in one code and in two for equal; for a server they are different values and different names.
    func isExactly(_ other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }

    /// Whether this stands before the other by Unicode scalars, which is also the order of their UTF-8.
    func precedesInScalars(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
