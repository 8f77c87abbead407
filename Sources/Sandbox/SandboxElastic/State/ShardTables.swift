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
        terms.withLock { known in
            if let table = known[field] { return table }
            let table = TermTable(of: field, in: entries)
            known[field] = table
            return table
        }
    }

    /// The whole numbers and moments of a field.
    func integers(of field: String, in entries: ArraySlice<Shard.Entry>) -> NumberColumn<Int> {
        integers.withLock { known in
            if let column = known[field] { return column }
            let column = NumberColumn(entries) { entry in
                if case .integer(let values)? = entry.fields[field] { values } else { [] }
            }
            known[field] = column
            return column
        }
    }

    /// The numbers of a field that has fractions.
    func doubles(of field: String, in entries: ArraySlice<Shard.Entry>) -> NumberColumn<Double> {
        doubles.withLock { known in
            if let column = known[field] { return column }
            let column = NumberColumn(entries) { entry in
                if case .double(let values)? = entry.fields[field] { values } else { [] }
            }
            known[field] = column
            return column
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
