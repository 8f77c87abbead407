/// Something in which versions differ, by the name that the code asks for.
struct Difference: Sendable {
    /// The versions that have it.
    let span: VersionSpan
    /// Whether OpenSearch has it too, which began as a version before.
    let isInOpenSearch: Bool

    private init(since: Version? = nil, until: Version? = nil, andOpenSearch: Bool = false) {
        span = VersionSpan(since: since, until: until)
        isInOpenSearch = andOpenSearch
    }

    /// Histograms of dates say whether they follow the calendar.
    static let calendarIntervals = Difference(since: "7.2", andOpenSearch: true)
    /// Histograms of dates may leave it open whether they follow the calendar.
    static let plainDateIntervals = Difference(until: "8.0", andOpenSearch: true)
    /// The parser of aggregations asks for their field, and for the types it may have.
    static let aggregationsNeedField = Difference(since: "7.8", andOpenSearch: true)
    /// A search may have more groups.
    static let manyBuckets = Difference(since: "7.9", andOpenSearch: true)
    /// Errors about documents show the value that was refused.
    static let previewsValues = Difference(since: "7.2", andOpenSearch: true)
    /// Mappings of fields are read by parsers that name each parameter.
    static let fieldTypesHaveParsers = Difference(since: "7.10", andOpenSearch: true)
    /// Parameters of fields that all types had before are passed over.
    static let passesOverParameters = Difference(since: "7.10", until: "8.0")
    /// A score is computed with one rounding less (Lucene 8.6).
    static let scoresRoundLess = Difference(since: "7.9", andOpenSearch: true)
    /// A parser proposes names for the ones that it does not know.
    static let parsersPropose = Difference(since: "7.8", andOpenSearch: true)
    /// A star in the name of a template is refused.
    static let templateNamesHaveNoStar = Difference(since: "7.8", andOpenSearch: true)
    /// Templates tell their components, also where there are none.
    static let templatesTellComponents = Difference(since: "7.12", andOpenSearch: true)
    /// How many documents are worked on is limited by `max_docs`, and not by `size`.
    static let limitsDocuments = Difference(since: "7.3", andOpenSearch: true)
    /// A new API key is shown in base64 too.
    static let apiKeysAreEncoded = Difference(since: "7.16")
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
    /// A body that is not JSON is an error of the server.
    static let parseErrorsAre500 = Difference(until: "7.7")
    /// An unknown query is reported with its cause.
    static let unknownQueryHasCause = Difference(since: "7.7")
    /// The response for a document that an update leaves unchanged has its sequence number.
    static let noopTellsSequence = Difference(since: "7.10", andOpenSearch: true)
    /// A query that cannot be made for an index is reported by its cause, and not as a whole.
    static let failedQueryTellsCause = Difference(since: "7.10", andOpenSearch: true)
    /// A path with a broken escape is refused like one of another method.
    static let brokenPathIsMethod = Difference(since: "7.10", andOpenSearch: true)
    /// Reading recoveries is reading metadata, which a block of metadata forbids.
    static let recoveryIsMetadata = Difference(since: "7.10", andOpenSearch: true)
    /// How long a translog is kept is not a setting that does something.
    static let translogRetentionIsDeprecated = Difference(since: "7.7", andOpenSearch: true)
    /// How long a translog is kept cannot be set.
    static let translogRetentionIsGone = Difference(since: "8.0")
    /// Flushing that marks shards is warned of.
    static let syncedFlushIsDeprecated = Difference(since: "7.6")
    /// Media types of the vendor mean those without its name.
    static let readsVendorTypes = Difference(since: "7.10")
    /// Older names of the settings of remote clusters are taken over.
    static let upgradesRemoteNames = Difference(until: "8.0")
    /// A remote cluster is reached by sniffing or through a proxy.
    static let remoteModes = Difference(since: "7.7")
    /// Names of indices that begin with a dot are warned of.
    static let dotNamesWarn = Difference(since: "7.7")
    /// An index that was restored over another one has a history of its own in its settings.
    static let restoresHistory = Difference(since: "7.7")
    /// The error for a name of a type says what it may be.
    static let longTypeNameError = Difference(since: "7.7")
    /// The table of aliases tells the index that is written to.
    static let aliasesTellWriteIndex = Difference(since: "7.4")
    /// The error for a block names its index.
    static let blocksNameIndex = Difference(since: "7.7")
    /// A block for a full disk is an answer to try again later.
    static let fullDiskIsTooMany = Difference(since: "7.7")
    /// The error for an index that is not created by the way names the setting.
    static let autoCreationTellsSetting = Difference(since: "8.0")
    /// Searches that are kept have identifiers of their own.
    static let contextsHaveIdentifiers = Difference(since: "7.10")
    /// Statistics tell the sizes of all data.
    static let statsTellSizes = Difference(since: "8.0")
    /// Replicas hold leases on the history of their primary shard.
    static let peersHoldLeases = Difference(since: "7.4")
    /// The statistics of a cluster tell its fields.
    static let clusterStatsTellMappings = Difference(since: "7.7")
    /// Nodes count what is waiting to be indexed.
    static let countsIndexingPressure = Difference(since: "7.9")
    /// Nodes are reported with what they may be.
    static let nodesTellRoles = Difference(since: "7.3")
    /// A reroute that asks for nothing gets no state.
    static let rerouteTellsNothing = Difference(since: "8.0")
    /// Resized indices are tried again as others are.
    static let resizeRetries = Difference(since: "7.5")
    /// A rollover may wait for the next document.
    static let rolloverMayBeLazy = Difference(since: "8.14")
    /// Documents have no types.
    static let hasNoTypes = Difference(since: "8.0", andOpenSearch: true)
    /// Capabilities of fields tell which are the server's own.
    static let capabilitiesTellMetadata = Difference(since: "7.13")
    /// A snapshot's name that is in use is an error of its own.
    static let snapshotNamesAreInUse = Difference(since: "7.17")
    /// Several snapshots may be worked on at the same time.
    static let snapshotsRunTogether = Difference(since: "7.9")
    /// Several snapshots are deleted by one request.
    static let snapshotsAreDeletedTogether = Difference(since: "7.8")
    /// What is refused of a read-only repository is reported in few words.
    static let readOnlyIsShort = Difference(since: "8.0")
    /// The folder of a read-only repository must be there.
    static let readOnlyFoldersExist = Difference(since: "7.10")
    /// Names of repositories have rules.
    static let repositoriesHaveNames = Difference(since: "7.6")
    /// A merge is asked for in one way only.
    static let mergesOneWay = Difference(since: "8.0")
    /// Bodies on lines may be sent to any endpoint.
    static let linesAnywhere = Difference(since: "7.7")
    /// Answers name the product.
    static let namesProduct = Difference(since: "7.14")
    /// Media types say a version, and none a set of characters.
    static let mediaTypesHaveVersions = Difference(since: "8.0")
    /// Content that cannot be read is reported as such, with its reader's error as the cause.
    static let unreadableIsContent = Difference(since: "8.0")
    /// Documents that cannot be read have an error of their own, with a place.
    static let documentErrorsHavePlaces = Difference(since: "8.0")
    /// Names of remote indices are refused where only this cluster is meant.
    static let refusesRemoteNames = Difference(since: "8.0")
    /// A remote cluster that is not configured is an error of its own.
    static let remoteMayBeUnknown = Difference(since: "8.0")
    /// Errors of connections tell of the thread that failed.
    static let connectionErrorsAreNested = Difference(since: "8.0")
    /// Answers tell of each cluster that was asked.
    static let clustersHaveDetails = Difference(since: "8.10")
    /// Patterns of indices that are closed, opened or deleted are refused by default.
    static let destructionNeedsNames = Difference(since: "8.0")
    /// Tables tell of closed indices.
    static let tablesShowClosed = Difference(since: "8.0")
    /// Capabilities of fields of a closed index are refused.
    static let closedFieldsAreBlocked = Difference(since: "7.17")
    /// A column to sort by that is not there is the request's fault.
    static let sortKeysAreChecked = Difference(since: "7.17")
    /// The level of detail of the health is checked.
    static let checksHealthLevel = Difference(since: "7.17")
    /// A full disk blocks documents only.
    static let fullDiskBlocksDocuments = Difference(since: "8.0")
    /// Sizes and places of hits are checked.
    static let checksNegativeNumbers = Difference(since: "8.0")
    /// Snapshots of several repositories are listed together, with what failed.
    static let snapshotsOfSeveralRepositories = Difference(since: "7.16")
    /// A table of snapshots needs no repository, and does not tell one that is missing by itself.
    static let snapshotTableTellsRepositories = Difference(since: "7.16")
    /// Changes of aliases say whether there were errors.
    static let aliasesTellErrors = Difference(since: "8.14")
    /// Deleted documents are always kept.
    static let needsSoftDeletes = Difference(since: "8.0", andOpenSearch: true)
    /// Templates have lost the older name of their patterns.
    static let templatesHavePatterns = Difference(since: "8.0")
    /// Tables tell the size of all data.
    static let tablesTellDataSize = Difference(since: "8.0")
    /// Snapshots tell of data streams.
    static let snapshotsHaveStreams = Difference(since: "7.9")
    /// Documents are routed by a number of slots that shards can be split into later.
    static let splitsByDefault = Difference(since: "7.0")
    /// Names of indices may hold a colon, and are warned of.
    static let namesMayHoldColons = Difference(until: "7.0")
    /// Too many shards are refused, and not only warned of.
    static let limitsShards = Difference(since: "7.0")
    /// Shards that are frozen are counted on their own.
    static let countsNormalShards = Difference(since: "7.17")
    /// The limit of shards is a root cause of its own.
    static let shardLimitIsRoot = Difference(since: "7.4")
    /// What a rollover acts on is called its target.
    static let rolloverHasTarget = Difference(since: "7.9")
    /// A resized index takes over the settings of its source.
    static let resizeCopiesSettings = Difference(since: "7.0")
    /// Statistics tell how much space is reserved.
    static let statsTellReserved = Difference(since: "7.9")
    /// A body that says what is to be analyzed is read by a parser, which knows what goes together.
    static let analysisHasParser = Difference(since: "7.3", andOpenSearch: true)
    /// What does not go together in a search is an error of the search, and not of its context.
    static let contextsAreSearches = Difference(since: "7.10", andOpenSearch: true)
    /// Histograms may have bounds that no group is beyond.
    static let histogramsHaveHardBounds = Difference(since: "7.10", andOpenSearch: true)
    /// The port of a remote cluster must be one.
    static let remotePortsAreChecked = Difference(since: "8.0")
    /// Capabilities of fields are asked for with a query that indices must be able to match.
    static let capabilitiesAreFiltered = Difference(since: "7.9", andOpenSearch: true)
    /// Fields whose capabilities are asked for may be named in the body.
    static let bodiesNameFields = Difference(since: "8.5")
    /// A query has at most as many clauses as Lucene takes where nothing is said.
    static let limitsClauses = Difference(until: "8.1", andOpenSearch: true)
    /// Capabilities of fields tell the indices that were asked.
    static let capabilitiesTellIndices = Difference(since: "7.2")
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
}
