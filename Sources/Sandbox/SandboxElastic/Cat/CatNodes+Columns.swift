extension CatNodes {
    /// The columns of 7.0, as `?help` lists them; those behind `name` count what the emulator does not do.
    static let columns = CatTable(
        """
        id|id,nodeId|unique node id||
        pid|p|process id||
        *ip|i|ip address||
        port|po|bound transport port||
        http_address|http|bound http address||
        version|v|es version||
        flavor|f|es distribution flavor||
        type|t|es distribution type||
        build|b|es build hash||
        jdk|j|jdk version||
        disk.total|dt,diskTotal|total disk space|>|
        disk.used|du,diskUsed|used disk space|>|
        disk.avail|d,da,disk,diskAvail|available disk space|>|
        disk.used_percent|dup,diskUsedPercent|used disk space percentage|>|
        heap.current|hc,heapCurrent|used heap|>|
        *heap.percent|hp,heapPercent|used heap ratio|>|
        heap.max|hm,heapMax|max configured heap|>|
        ram.current|rc,ramCurrent|used machine memory|>|
        *ram.percent|rp,ramPercent|used machine memory ratio|>|
        ram.max|rm,ramMax|total machine memory|>|
        file_desc.current|fdc,fileDescriptorCurrent|used file descriptors|>|
        file_desc.percent|fdp,fileDescriptorPercent|used file descriptor ratio|>|
        file_desc.max|fdm,fileDescriptorMax|max file descriptors|>|
        *cpu|cpu|recent cpu usage|>|
        *load_1m|l|1m load avg|>|
        *load_5m|l|5m load avg|>|
        *load_15m|l|15m load avg|>|
        uptime|u|node uptime|>|
        *node.role|r,role,nodeRole|m:master eligible node, d:data node, i:ingest node, -:coordinating node only||
        *master|m|*:current master||
        *name|n|node name||
        completion.size|cs,completionSize|size of completion|>|0b
        fielddata.memory_size|fm,fielddataMemory|used fielddata cache|>|0b
        fielddata.evictions|fe,fielddataEvictions|fielddata evictions|>|0
        query_cache.memory_size|qcm,queryCacheMemory|used query cache|>|0b
        query_cache.evictions|qce,queryCacheEvictions|query cache evictions|>|0
        query_cache.hit_count|qchc,queryCacheHitCount|query cache hit counts|>|0|7.10
        query_cache.miss_count|qcmc,queryCacheMissCount|query cache miss counts|>|0|7.10
        request_cache.memory_size|rcm,requestCacheMemory|used request cache|>|0b
        request_cache.evictions|rce,requestCacheEvictions|request cache evictions|>|0
        request_cache.hit_count|rchc,requestCacheHitCount|request cache hit counts|>|0
        request_cache.miss_count|rcmc,requestCacheMissCount|request cache miss counts|>|0
        flush.total|ft,flushTotal|number of flushes|>|0
        flush.total_time|ftt,flushTotalTime|time spent in flush|>|0s
        get.current|gc,getCurrent|number of current get ops|>|0
        get.time|gti,getTime|time spent in get|>|0s
        get.total|gto,getTotal|number of get ops|>|0
        get.exists_time|geti,getExistsTime|time spent in successful gets|>|0s
        get.exists_total|geto,getExistsTotal|number of successful gets|>|0
        get.missing_time|gmti,getMissingTime|time spent in failed gets|>|0s
        get.missing_total|gmto,getMissingTotal|number of failed gets|>|0
        indexing.delete_current|idc,indexingDeleteCurrent|number of current deletions|>|0
        indexing.delete_time|idti,indexingDeleteTime|time spent in deletions|>|0s
        indexing.delete_total|idto,indexingDeleteTotal|number of delete ops|>|0
        indexing.index_current|iic,indexingIndexCurrent|number of current indexing ops|>|0
        indexing.index_time|iiti,indexingIndexTime|time spent in indexing|>|0s
        indexing.index_total|iito,indexingIndexTotal|number of indexing ops|>|0
        indexing.index_failed|iif,indexingIndexFailed|number of failed indexing ops|>|0
        merges.current|mc,mergesCurrent|number of current merges|>|0
        merges.current_docs|mcd,mergesCurrentDocs|number of current merging docs|>|0
        merges.current_size|mcs,mergesCurrentSize|size of current merges|>|0b
        merges.total|mt,mergesTotal|number of completed merge ops|>|0
        merges.total_docs|mtd,mergesTotalDocs|docs merged|>|0
        merges.total_size|mts,mergesTotalSize|size merged|>|0b
        merges.total_time|mtt,mergesTotalTime|time spent in merges|>|0s
        refresh.total|rto,refreshTotal|total refreshes|>|0
        refresh.time|rti,refreshTime|time spent in refreshes|>|0s
        refresh.external_total|rto,refreshTotal|total external refreshes|>|0|7.10
        refresh.external_time|rti,refreshTime|time spent in external refreshes|>|0s|7.10
        refresh.listeners|rli,refreshListeners|number of pending refresh listeners|>|0
        script.compilations|scrcc,scriptCompilations|script compilations|>|0
        script.cache_evictions|scrce,scriptCacheEvictions|script cache evictions|>|0
        script.compilation_limit_triggered|scrclt,scriptCacheCompilationLimitTriggered|script cache compilation limit triggered|>|0
        search.fetch_current|sfc,searchFetchCurrent|current fetch phase ops|>|0
        search.fetch_time|sfti,searchFetchTime|time spent in fetch phase|>|0s
        search.fetch_total|sfto,searchFetchTotal|total fetch ops|>|0
        search.open_contexts|so,searchOpenContexts|open search contexts|>|0
        search.query_current|sqc,searchQueryCurrent|current query phase ops|>|0
        search.query_time|sqti,searchQueryTime|time spent in query phase|>|0s
        search.query_total|sqto,searchQueryTotal|total query phase ops|>|0
        search.scroll_current|scc,searchScrollCurrent|open scroll contexts|>|0
        search.scroll_time|scti,searchScrollTime|time scroll contexts held open|>|0s
        search.scroll_total|scto,searchScrollTotal|completed scroll contexts|>|0
        segments.count|sc,segmentsCount|number of segments|>|0
        segments.memory|sm,segmentsMemory|memory used by segments|>|0b
        segments.index_writer_memory|siwm,segmentsIndexWriterMemory|memory used by index writer|>|0b
        segments.version_map_memory|svmm,segmentsVersionMapMemory|memory used by version map|>|0b
        segments.fixed_bitset_memory|sfbm,fixedBitsetMemory|memory used by fixed bit sets for nested object field types and type filters for types referred in _parent fields|>|0b
        suggest.current|suc,suggestCurrent|number of current suggest ops|>|0
        suggest.time|suti,suggestTime|time spend in suggest|>|0s
        suggest.total|suto,suggestTotal|number of suggest ops|>|0
        """)
}
