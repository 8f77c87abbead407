internal import Synchronization

/// What searches have read of the visible documents of a shard, each when it is asked for the first time.
///
/// Visible documents never change: a refresh that shows others begins with new tables. So copies of a shard may share
/// them.
final class ShardTables: Sendable {
    private let terms = Mutex<[String: TermTable]>([:])
    private let integers = Mutex<[String: NumberColumn<Int>]>([:])
    private let doubles = Mutex<[String: NumberColumn<Double>]>([:])
    private let living = Mutex<LivingDocuments?>(nil)

    init() {}

    /// The terms of a field.
    func terms(of field: String, in entries: ArraySlice<Shard.Entry>) -> TermTable {
        Self.kept(field, in: terms) { TermTable(of: field, in: entries) }
    }

    /// The whole numbers and moments of a field.
    func integers(of field: String, in entries: ArraySlice<Shard.Entry>) -> NumberColumn<Int> {
        Self.kept(field, in: integers) {
            NumberColumn(entries) { if case .integer(let values)? = $0.fields[field] { values } else { [] } }
        }
    }

    /// The numbers of a field that has fractions.
    func doubles(of field: String, in entries: ArraySlice<Shard.Entry>) -> NumberColumn<Double> {
        Self.kept(field, in: doubles) {
            NumberColumn(entries) { if case .double(let values)? = $0.fields[field] { values } else { [] } }
        }
    }

    /// What is known of a field, made when it is asked for the first time.
    private static func kept<Table: Sendable>(
        _ field: String, in tables: borrowing Mutex<[String: Table]>, _ make: () -> Table
    ) -> Table {
        tables.withLock { known in
            if let table = known[field] { return table }
            let table = make()
            known[field] = table
            return table
        }
    }

    /// Which documents are not overwritten or deleted.
    func living(in shard: Shard) -> LivingDocuments {
        living.withLock { known in
            if let known { return known }
            let counted = LivingDocuments(shard)
            known = counted
            return counted
        }
    }
}
