extension JSON {
    /// The deepest nesting a reader accepts; deeper values would overflow the stack when they are released.
    public static let maximumDepth = 512

    /// Reads one value from UTF-8 bytes (RFC 8259, strictly; a byte order mark at the start is skipped).
    ///
    /// - Throws: `JSONError` with the place where the text stops being JSON.
    public init(bytes: some Collection<UInt8>) throws(JSONError) {
        let result: Result<JSON, JSONError>? = bytes.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONError) in try JSONReader.read(buffer) }
        }
        if let result {
            self = try result.get()
            return
        }
        let copy = Array(bytes)
        self = try copy.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONError) in try JSONReader.read(buffer) }
        }.get()
    }

    /// Reads one value from text.
    ///
    /// - Throws: `JSONError` with the place where the text stops being JSON.
    public init(parsing text: String) throws(JSONError) {
        var text = text
        self = try text.withUTF8 { buffer in
            Result { () throws(JSONError) in try JSONReader.read(buffer) }
        }.get()
    }

    /// Reads one value of a text of our own that wraps another one, and so is a little deeper.
    ///
    /// - Throws: `JSONError` with the place where the text stops being JSON.
    package init(bytes: [UInt8], maximumDepth: Int) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONError) in try JSONReader.read(buffer, maximumDepth: maximumDepth) }
        }.get()
    }
}
