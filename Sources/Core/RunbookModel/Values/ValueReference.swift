public import OrderedJSON

/// What is between `${` and `}`: a name and a path into its value, such as `zones[0].ZoneId`.
public struct ValueReference: Sendable, Hashable {
    /// One step into a value.
    public enum Component: Sendable, Hashable {
        /// `.name`: a member of an object.
        case member(String)
        /// `[n]`: an element of an array.
        case index(Int)
    }

    /// The name of a target, parameter, capture or step.
    public let name: String
    /// The way into its value.
    public let path: [Component]

    /// Makes a reference.
    public init(name: String, path: [Component] = []) {
        self.name = name
        self.path = path
    }

    /// Makes a reference of its text; nil when it is not one.
    ///
    /// The grammar is `name ( "." member | "[" digits "]" )*`; a member is a run of letters, digits, `_` and `-`.
    public init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count, ValueName.isNameByte(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[..<index], as: UTF8.self)
        guard ValueName.isName(name) else { return nil }
        var path: [Component] = []
        while index < bytes.count {
            let opener = bytes[index]
            index += 1
            let start = index
            if opener == UInt8(ascii: ".") {
                while index < bytes.count, ValueReference.isMemberByte(bytes[index]) { index += 1 }
                guard index > start else { return nil }
                path.append(.member(String(decoding: bytes[start..<index], as: UTF8.self)))
            } else if opener == UInt8(ascii: "[") {
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                guard index < bytes.count, bytes[index] == UInt8(ascii: "]"),
                    let number = Int(String(decoding: bytes[start..<index], as: UTF8.self))
                else { return nil }
                path.append(.index(number))
                index += 1
            } else {
                return nil
            }
        }
        self.name = name
        self.path = path
    }

    private static func isMemberByte(_ byte: UInt8) -> Bool {
        ValueName.isNameByte(byte) || byte == UInt8(ascii: "-")
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    /// The value that the path leads to from the value of the name; nil when something on the way is not there.
    public func resolve(in value: JSON) -> JSON? {
        var value = value
        for component in path {
            let next: JSON?
            switch component {
            case .member(let name): next = value[name]
            case .index(let index): next = value[index]
            }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}

extension ValueReference: CustomStringConvertible {
    /// The reference as it is written between the braces.
    public var description: String {
        path.reduce(into: name) { text, component in
            switch component {
            case .member(let member): text += "." + member
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}
