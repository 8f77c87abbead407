import OrderedJSON

/// What an action does: it reads and changes the account, and gives the fields of the response but the request's id.
typealias Operation = @Sendable (Call, inout Account) throws -> JSONObject

/// All operations of the emulator.
enum Operations {
    /// By `product.Action`.
    static let table: [String: Operation] = [
        vpc, vpcWrites, cbn, cbnAttachments, cbnTables, nlb, nlbWrites, privateLink, privateLinkWrites, elasticsearch,
    ].reduce(into: [:]) { table, part in table.merge(part) { first, _ in first } }

    /// The fields of a response that has none.
    static let nothing = JSONObject()
}
