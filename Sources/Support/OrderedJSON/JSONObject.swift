/// The members of a JSON object, in order, with duplicates kept.
public struct JSONObject: Sendable, Hashable {
    /// A name and its value.
    public struct Member: Sendable, Hashable {
        /// The unescaped name.
        public var name: String
        /// The value.
        public var value: JSON

        /// Makes a member.
        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }

        /// Compares names code by code, and values as `JSON` does.
        public static func == (left: Member, right: Member) -> Bool {
            left.name.isExactly(right.name) && left.value == right.value
        }
    }

    /// All members in the order they were written, duplicates included.
    public private(set) var members: [Member]

    /// Makes an object without members.
    public init() { members = [] }

    /// Makes an object of members in this order.
    public init(_ members: [(String, JSON)]) {
        self.members = members.map { Member(name: $0.0, value: $0.1) }
    }

    /// Makes an object of members in this order.
    public init(_ members: [Member]) { self.members = members }

    /// The names in order; a repeated name appears twice.
    public var names: [String] { members.map(\.name) }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The number of members.
    public var count: Int { members.count }

    /// The value of the last member called `name`.
    ///
    /// Setting replaces the first one in its place and removes the others, appends a new one at the end, and removes
    /// all with `nil`.
    public subscript(name: String) -> JSON? {
        get { members.last { $0.name.isExactly(name) }?.value }
        set {
            guard let newValue else {
                members.removeAll { $0.name.isExactly(name) }
                return
            }
            guard let first = members.firstIndex(where: { $0.name.isExactly(name) }) else {
                members.append(Member(name: name, value: newValue))
                return
            }
            members[first].value = newValue
            let rest = members[(first + 1)...].filter { !$0.name.isExactly(name) }
            members.replaceSubrange((first + 1)..., with: rest)
        }
    }

    /// Appends a member even when its name is there already.
    public mutating func append(_ name: String, _ value: JSON) {
        members.append(Member(name: name, value: value))
    }
}

extension JSONObject: RandomAccessCollection {
    /// The position of the first member.
    public var startIndex: Int { members.startIndex }
    /// The position behind the last member.
    public var endIndex: Int { members.endIndex }
    /// The member at a position.
    public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object with the members in the order they are written.
    public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
