extension RequestTable {
    /// Tables, nodes and the state of a cluster.
    static let tables = #"""

        # tables
        GET /_cat
        GET /_cat/
        GET /_cat?v
        GET /_cat/nope
        GET /_cat/aliases?help
        GET /_cat/allocation?help
        GET /_cat/count?help
        GET /_cat/count/emu_lc?help
        GET /_cat/fielddata?help
        GET /_cat/health?help
        GET /_cat/master?help
        GET /_cat/nodeattrs?help
        GET /_cat/pending_tasks?help
        GET /_cat/plugins?help
        GET /_cat/shards?help
        GET /_cat/templates?help
        GET /_cat/thread_pool?help
        GET /_cat/master?help&bogus
        GET /_cat/indices?help&health=green
        GET /_cat/indices?help&v&h=x
        GET /_cat/master?v
        GET /_cat/master?h=nope
        GET /_cat/master?v&h=nope,host
        GET /_cat/master?format=json&h=nope
        GET /_cat/master?format=yaml
        GET /_cat/master?format=nope
        GET /_cat/master?h=
        GET /_cat/master?s=ip:foo
        GET /_cat/master?s=
        GET /_cat/master?s=host:desc
        POST /_cat/master
        HEAD /_cat/master
        GET /_cat/count/emu_lc?v
        GET /_cat/count/emu_none
        GET /_cat/count/emu_lc?format=json&h=count
        GET /_cat/count/emu_lc/x
        GET /_cat/health?ts=x
        GET /_cat/shards/emu_lc?v&s=prirep
        GET /_cat/shards/emu_none
        GET /_cat/shards/emu_none*?v
        GET /_cat/shards/emu_lc?h=index,shard,prirep,state,unassigned.reason,recoverysource.type&s=prirep
        GET /_cat/shards/emu_lc?format=json&s=prirep
        GET /_cat/allocation/nope?v&h=node
        GET /_cat/templates/x?v
        GET /_cat/thread_pool/write?v&h=node_name,name,type,active,queue,rejected
        GET /_cat/nodeattrs?v
        GET /_cat/pending_tasks?v
        GET /_cat/fielddata?v
        GET /_cat/indices/emu_lc?h=index&bytes=x
        GET /_cat/indices/emu_lc?v&h=index,index
        GET /_cat/indices/emu_l*?h=nope,index&v&s=index:asc,health:desc
        GET /_cat/recovery/emu_lc?h=time&time=h
        # nodes and state
        GET /_nodes/nope
        GET /_nodes/_local/transport
        GET /_nodes/http?filter_path=nodes.*.http.max_content_length_in_bytes,_nodes
        GET /_nodes/leader-0/http,transport?filter_path=nodes.*.name,nodes.*.roles
        GET /_nodes?bogus
        GET /_nodes/_all/settings?filter_path=nodes.*.settings.cluster.name
        GET /_cluster/state/metadata/emu_lc
        GET /_cluster/state/routing_table,blocks/emu_lc
        GET /_cluster/state/routing_nodes/emu_lc
        GET /_cluster/state/nope
        GET /_cluster/state/metadata/emu_none
        GET /_cluster/state/metadata/emu_none*
        GET /_cluster/state/blocks,customs
        GET /_cluster/state?bogus
        PUT /emu_lc/_settings {"index.blocks.write":true}
        GET /_cluster/state/blocks/emu_lc
        PUT /emu_lc/_settings {"index.blocks.write":null}
        # names with dates, times, sources
        PUT /%3Cemu_d-%7Bnow%2Fy%7Byyyy%7D%7D%3E
        GET /%3Cemu_d-%7Bnow%2Fy%7Byyyy%7D%7D%3E/_settings
        PUT /%3Cemu_d-%7Bnow%2Fy%7Byyyy%7D%7D%3E/_doc/1?refresh {}
        GET /%3Cemu_d-%7Bnow%2Fy%7Byyyy%7D%7D%3E,emu_none*/_count
        GET /%3Cemu_d-%7Bnow-1y%2Fy%7Byyyy%7D%7D%3E/_count
        # bodies of the wrong kind
        POST /emu_lc/_update/1 {"doc": "date", "doc_as_upsert": true}
        POST /emu_lc/_update/1 {"upsert": 0, "doc": {}}
        POST /emu_lc/_update/1 {"doc": {}, "detect_noop": {}}
        POST /_mget {"docs": [5]}
        POST /_mget {"docs": [{"index": [], "x": []}]}
        POST /emu_lc/_search {"_source": null}
        POST /emu_lc/_bulk {"delete":{"_id":"77"}}⏎[1]⏎
        PUT /_snapshot/emu_r2 {"type":"fs","settings":{"location":["a",{}],"x":true}}
        # numbers too large, and too many shards
        GET /emu_lc/_search?from=9223372036854775807
        GET /emu_lc/_search?from=2147483647&size=10
        POST /emu_lc/_search {"size":2147483648}
        PUT /emu_lc/_settings {"refresh_interval":"1.5s"}
        PUT /emu_lc/_settings {"refresh_interval":"1e300d"}
        PUT /emu_lc/_settings {"refresh_interval":"nans"}
        GET /_cluster/health?timeout=xs
        PUT /emu_lc/_settings {"max_result_window":9223372036854775807}
        PUT /emu_m {"settings":{"number_of_replicas":9223372036854775807}}
        PUT /emu_m/_doc/1?version=9223372036854775807&version_type=external {}
        POST /emu_m/_search {"query":{"range":{"d":{"gte":"9223372036854775807||+1d/y"}}}}
        POST /emu_lc/_flush
        GET /emu_lc/_flush?force=true&wait_if_ongoing=false
        POST /emu_none/_flush
        POST /emu_lc/_forcemerge?max_num_segments=1
        GET /emu_lc/_forcemerge
        POST /emu_lc/_cache/clear?query=true
        PUT /emu_lc/_cache/clear
        POST /emu_lc/_flush?bogus
        POST /emu_none*/_close
        POST /emu_none*/_open
        PUT /emu_t?timeout=abc
        GET /_cluster/health?timeout=abc
        GET /_snapshot?master_timeout=zz
        GET /_search?timeout=x
        GET /emu_lc/_search?source=%7B%22size%22%3A0%7D
        GET /emu_lc/_search?source=%7B%22size%22%3A0%7D&source_content_type=application/json
        POST /emu_sc/_close
        GET /_cat/shards/emu_sc
        GET /emu_none/_search?filter_path=status
        GET /emu_lc/_doc/99?filter_path=found

        """#
}
