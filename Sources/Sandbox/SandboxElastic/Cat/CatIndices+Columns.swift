extension CatIndices {
    /// The columns of 7.0, as `?help` lists them; those behind `pri.store.size` count what the emulator does not do.
    static let columns = CatTable(
        """
        *health|h|current health status||
        *status|s|open/close status||
        *index|i,idx|index name||
        *uuid|id,uuid|index uuid||
        *pri|p,shards.primary,shardsPrimary|number of primary shards|>|
        *rep|r,shards.replica,shardsReplica|number of replica shards|>|
        *docs.count|dc,docsCount|available docs|>|
        *docs.deleted|dd,docsDeleted|deleted docs|>|
        creation.date|cd|index creation date (millisecond value)||
        creation.date.string|cds|index creation date (as string)||
        *store.size|ss,storeSize|store size of primaries & replicas|>|
        *pri.store.size||store size of primaries|>|
        *dataset.size||total size of dataset (including the cost of remote storage for partial mounted indices)|>||8.0
        completion.size|cs,completionSize|size of completion|>|0b
        pri.completion.size||size of completion|>|0b
        fielddata.memory_size|fm,fielddataMemory|used fielddata cache|>|0b
        pri.fielddata.memory_size||used fielddata cache|>|0b
        fielddata.evictions|fe,fielddataEvictions|fielddata evictions|>|0
        pri.fielddata.evictions||fielddata evictions|>|0
        query_cache.memory_size|qcm,queryCacheMemory|used query cache|>|0b
        pri.query_cache.memory_size||used query cache|>|0b
        query_cache.evictions|qce,queryCacheEvictions|query cache evictions|>|0
        pri.query_cache.evictions||query cache evictions|>|0
        request_cache.memory_size|rcm,requestCacheMemory|used request cache|>|0b
        pri.request_cache.memory_size||used request cache|>|0b
        request_cache.evictions|rce,requestCacheEvictions|request cache evictions|>|0
        pri.request_cache.evictions||request cache evictions|>|0
        request_cache.hit_count|rchc,requestCacheHitCount|request cache hit count|>|0
        pri.request_cache.hit_count||request cache hit count|>|0
        request_cache.miss_count|rcmc,requestCacheMissCount|request cache miss count|>|0
        pri.request_cache.miss_count||request cache miss count|>|0
        flush.total|ft,flushTotal|number of flushes|>|0
        pri.flush.total||number of flushes|>|0
        flush.total_time|ftt,flushTotalTime|time spent in flush|>|0s
        pri.flush.total_time||time spent in flush|>|0s
        get.current|gc,getCurrent|number of current get ops|>|0
        pri.get.current||number of current get ops|>|0
        get.time|gti,getTime|time spent in get|>|0s
        pri.get.time||time spent in get|>|0s
        get.total|gto,getTotal|number of get ops|>|0
        pri.get.total||number of get ops|>|0
        get.exists_time|geti,getExistsTime|time spent in successful gets|>|0s
        pri.get.exists_time||time spent in successful gets|>|0s
        get.exists_total|geto,getExistsTotal|number of successful gets|>|0
        pri.get.exists_total||number of successful gets|>|0
        get.missing_time|gmti,getMissingTime|time spent in failed gets|>|0s
        pri.get.missing_time||time spent in failed gets|>|0s
        get.missing_total|gmto,getMissingTotal|number of failed gets|>|0
        pri.get.missing_total||number of failed gets|>|0
        indexing.delete_current|idc,indexingDeleteCurrent|number of current deletions|>|0
        pri.indexing.delete_current||number of current deletions|>|0
        indexing.delete_time|idti,indexingDeleteTime|time spent in deletions|>|0s
        pri.indexing.delete_time||time spent in deletions|>|0s
        indexing.delete_total|idto,indexingDeleteTotal|number of delete ops|>|0
        pri.indexing.delete_total||number of delete ops|>|0
        indexing.index_current|iic,indexingIndexCurrent|number of current indexing ops|>|0
        pri.indexing.index_current||number of current indexing ops|>|0
        indexing.index_time|iiti,indexingIndexTime|time spent in indexing|>|0s
        pri.indexing.index_time||time spent in indexing|>|0s
        indexing.index_total|iito,indexingIndexTotal|number of indexing ops|>|0
        pri.indexing.index_total||number of indexing ops|>|0
        indexing.index_failed|iif,indexingIndexFailed|number of failed indexing ops|>|0
        pri.indexing.index_failed||number of failed indexing ops|>|0
        merges.current|mc,mergesCurrent|number of current merges|>|0
        pri.merges.current||number of current merges|>|0
        merges.current_docs|mcd,mergesCurrentDocs|number of current merging docs|>|0
        pri.merges.current_docs||number of current merging docs|>|0
        merges.current_size|mcs,mergesCurrentSize|size of current merges|>|0b
        pri.merges.current_size||size of current merges|>|0b
        merges.total|mt,mergesTotal|number of completed merge ops|>|0
        pri.merges.total||number of completed merge ops|>|0
        merges.total_docs|mtd,mergesTotalDocs|docs merged|>|0
        pri.merges.total_docs||docs merged|>|0
        merges.total_size|mts,mergesTotalSize|size merged|>|0b
        pri.merges.total_size||size merged|>|0b
        merges.total_time|mtt,mergesTotalTime|time spent in merges|>|0s
        pri.merges.total_time||time spent in merges|>|0s
        refresh.total|rto,refreshTotal|total refreshes|>|0
        pri.refresh.total||total refreshes|>|0
        refresh.time|rti,refreshTime|time spent in refreshes|>|0s
        pri.refresh.time||time spent in refreshes|>|0s
        refresh.external_total|rto,refreshTotal|total external refreshes|>|0|7.10
        pri.refresh.external_total||total external refreshes|>|0|7.10
        refresh.external_time|rti,refreshTime|time spent in external refreshes|>|0s|7.10
        pri.refresh.external_time||time spent in external refreshes|>|0s|7.10
        refresh.listeners|rli,refreshListeners|number of pending refresh listeners|>|0
        pri.refresh.listeners||number of pending refresh listeners|>|0
        search.fetch_current|sfc,searchFetchCurrent|current fetch phase ops|>|0
        pri.search.fetch_current||current fetch phase ops|>|0
        search.fetch_time|sfti,searchFetchTime|time spent in fetch phase|>|0s
        pri.search.fetch_time||time spent in fetch phase|>|0s
        search.fetch_total|sfto,searchFetchTotal|total fetch ops|>|0
        pri.search.fetch_total||total fetch ops|>|0
        search.open_contexts|so,searchOpenContexts|open search contexts|>|0
        pri.search.open_contexts||open search contexts|>|0
        search.query_current|sqc,searchQueryCurrent|current query phase ops|>|0
        pri.search.query_current||current query phase ops|>|0
        search.query_time|sqti,searchQueryTime|time spent in query phase|>|0s
        pri.search.query_time||time spent in query phase|>|0s
        search.query_total|sqto,searchQueryTotal|total query phase ops|>|0
        pri.search.query_total||total query phase ops|>|0
        search.scroll_current|scc,searchScrollCurrent|open scroll contexts|>|0
        pri.search.scroll_current||open scroll contexts|>|0
        search.scroll_time|scti,searchScrollTime|time scroll contexts held open|>|0s
        pri.search.scroll_time||time scroll contexts held open|>|0s
        search.scroll_total|scto,searchScrollTotal|completed scroll contexts|>|0
        pri.search.scroll_total||completed scroll contexts|>|0
        segments.count|sc,segmentsCount|number of segments|>|0
        pri.segments.count||number of segments|>|0
        segments.memory|sm,segmentsMemory|memory used by segments|>|0b
        pri.segments.memory||memory used by segments|>|0b
        segments.index_writer_memory|siwm,segmentsIndexWriterMemory|memory used by index writer|>|0b
        pri.segments.index_writer_memory||memory used by index writer|>|0b
        segments.version_map_memory|svmm,segmentsVersionMapMemory|memory used by version map|>|0b
        pri.segments.version_map_memory||memory used by version map|>|0b
        segments.fixed_bitset_memory|sfbm,fixedBitsetMemory|memory used by fixed bit sets for nested object field types and type filters for types referred in _parent fields|>|0b
        pri.segments.fixed_bitset_memory||memory used by fixed bit sets for nested object field types and type filters for types referred in _parent fields|>|0b
        warmer.current|wc,warmerCurrent|current warmer ops|>|0
        pri.warmer.current||current warmer ops|>|0
        warmer.total|wto,warmerTotal|total warmer ops|>|0
        pri.warmer.total||total warmer ops|>|0
        warmer.total_time|wtt,warmerTotalTime|time spent in warmers|>|0s
        pri.warmer.total_time||time spent in warmers|>|0s
        suggest.current|suc,suggestCurrent|number of current suggest ops|>|0
        pri.suggest.current||number of current suggest ops|>|0
        suggest.time|suti,suggestTime|time spend in suggest|>|0s
        pri.suggest.time||time spend in suggest|>|0s
        suggest.total|suto,suggestTotal|number of suggest ops|>|0
        pri.suggest.total||number of suggest ops|>|0
        memory.total|tm,memoryTotal|total used memory|>|0b
        pri.memory.total||total user memory|>|0b
        search.throttled|sth|indicates if the index is search throttled|>|false
        """)
}
