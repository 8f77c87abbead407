/// Something in which versions differ, by the name that the code asks for.
struct Difference: Sendable {
    /// The versions that have it.
    let span: VersionSpan

    private init(since: Version? = nil, until: Version? = nil) { span = VersionSpan(since: since, until: until) }

    /// An index has five shards where nothing is said.
    static let fiveShards = Difference(until: "7.0")
    /// Deleted documents are kept for followers where nothing is said.
    static let softDeletes = Difference(since: "7.0")
    /// A follower may have settings of its own.
    static let followSettings = Difference(since: "7.9")
    /// Patterns of followed indices may name exceptions.
    static let followExclusions = Difference(since: "7.14")
    /// Patterns of followed indices can be paused.
    static let pausesPatterns = Difference(since: "7.5")
    /// Followers take over aliases.
    static let followsAliases = Difference(since: "7.3")
    /// The statistics of a follower tell how far it is behind its leader.
    static let checkpointLag = Difference(since: "8.0")
    /// A parser says of an unknown field only its name.
    static let shortParserErrors = Difference(since: "7.4")
    /// Closing tells of each index, and closed indices keep their shards.
    static let closeNamesIndices = Difference(since: "7.2")
    /// A body that is no JSON is an error of the server.
    static let parseErrorsAre500 = Difference(until: "7.7")
    /// An unknown query is told with its cause.
    static let unknownQueryHasCause = Difference(since: "7.7")
    /// A remote cluster is reached by sniffing or through a proxy.
    static let remoteModes = Difference(since: "7.7")
    /// Names of indices that begin with a dot are warned of.
    static let dotNamesWarn = Difference(since: "7.7")
    /// A restored index has a history of its own in its settings.
    static let restoresHistory = Difference(since: "7.7")
    /// The error for a name of a type says what it may be.
    static let longTypeNameError = Difference(since: "7.7")
    /// The table of aliases tells the index that is written to.
    static let aliasesTellWriteIndex = Difference(since: "7.4")
    /// The error for a block names its index.
    static let blocksNameIndex = Difference(since: "7.7")
    /// A block for a full disk is an answer to try again later.
    static let fullDiskIsTooMany = Difference(since: "7.7")
    /// The table of templates tells what they are made of.
    static let templatesTellParts = Difference(since: "7.8")
    /// Snapshots tell of data streams.
    static let snapshotsHaveMetadata = Difference(since: "7.4")
    /// A flush that is forced has to wait.
    static let forceFlushWaits = Difference(since: "7.10")
    /// Types are optional, and warned of.
    static let typesAreDeprecated = Difference(since: "7.0")
    /// The error for an index that is not there names it.
    static let namesMissingIndex = Difference(since: "7.0")
    /// The number of hits says whether it is exact.
    static let totalsAreObjects = Difference(since: "7.0")
    /// Connections to remote clusters tell the addresses of HTTP.
    static let remotesTellHTTP = Difference(until: "7.0")
    /// A mapping that cannot be read is told as content that is none.
    static let mappingsAreContent = Difference(since: "7.7")
}
