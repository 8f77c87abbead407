extension RequestTable {
    /// Aliases, several documents and several searches at once.
    static let aliases = #"""

        # aliases
        DELETE /emu_*
        PUT /emu_la {"mappings":{"properties":{"t":{"type":"keyword"}}},"aliases":{"emu_1":{},"emu_2":{"filter":{"term":{"t":"x"}},"routing":"r"}}}
        PUT /emu_lb
        GET /emu_la/_alias
        GET /emu_la,emu_lb/_alias
        GET /emu_*/_alias/emu_1
        GET /emu_*/_alias/nope
        GET /emu_*/_alias/nope*
        GET /emu_*/_alias/emu_1,nope
        GET /emu_*/_alias/emu_1,nope,-emu_1
        GET /emu_*/_alias/emu_*,-emu_1
        GET /emu_*/_alias/_all
        GET /emu_none/_alias
        GET /emu_none*/_alias
        GET /emu_none/_alias/emu_1
        GET /_alias/emu_nope,emu_1,emu_nope2
        HEAD /_alias/emu_1
        HEAD /emu_lb/_alias/emu_1
        PUT /emu_la/_alias/emu_3
        POST /emu_la/_alias/emu_3 {"filter":{"match_all":{}},"index_routing":"1","search_routing":"1,2","is_write_index":true}
        PUT /emu_la/_aliases/emu_4 {"routing":"x"}
        PUT /emu_la/_aliases/emu_4 {"routing":"x,y"}
        PUT /emu_lb/_alias {"alias":"emu_5"}
        PUT /emu_lb/_alias
        PUT /_alias/emu_6 {"index":"emu_la"}
        PUT /_alias/emu_6
        PUT /_alias {"index":"emu_la","alias":"emu_7"}
        PUT /emu_la/_alias/emu_8 {"bogus":1}
        PUT /emu_la/_alias/Emu_8
        PUT /emu_la/_alias/emu%23
        PUT /emu_la/_alias/emu_lb
        PUT /emu_la/_alias/_x
        PUT /emu_none/_alias/emu_8
        PUT /emu_none*/_alias/emu_8
        PUT /emu_*/_alias/emu_9
        PUT /emu_la/_alias/emu_8 {"filter":{"nope":{}}}
        PUT /emu_la/_alias/emu_8?bogus
        PUT /emu_lb/_alias/emu_3 {"is_write_index":true}
        GET /emu_*/_alias
        GET /_cat/aliases/emu_*?v&s=alias,index
        GET /_cat/aliases/nope?v
        GET /_cat/aliases/emu_1,emu_2?format=json&s=alias
        DELETE /emu_la/_alias/emu_9
        DELETE /emu_la/_alias/nope
        DELETE /emu_la/_alias/nope,nope2
        DELETE /emu_la/_alias/nope*
        DELETE /emu_none/_alias/emu_1
        DELETE /_alias/emu_1
        DELETE /emu_la/_alias
        DELETE /emu_*/_aliases/emu_4,emu_5
        DELETE /emu_la/_alias/_all
        POST /_aliases
        POST /_aliases {}
        POST /_aliases []
        POST /_aliases {"actions":[]}
        POST /_aliases {"actions":[{"nope":{}}]}
        POST /_aliases {"actions":[{"add":{}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_la"}}]}
        POST /_aliases {"actions":[{"add":{"alias":"emu_a1"}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_la","alias":"emu_a1","bogus":1}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_la","indices":["emu_lb"],"alias":"emu_a1"}}]}
        POST /_aliases {"actions":[{"remove":{"index":"emu_la","alias":"x","filter":{}}}]}
        POST /_aliases {"actions":[{"add":{"indices":["emu_la","emu_lb"],"aliases":["emu_a1","emu_a2"]}},{"remove":{"index":"emu_lb","alias":"emu_a2"}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_none","alias":"emu_a1"}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_la","alias":"emu_lb"}}]}
        POST /_aliases {"actions":[{"remove":{"index":"emu_la","alias":"nope"}}]}
        POST /_aliases {"actions":[{"remove":{"index":"emu_*","alias":"emu_a*"}}]}
        POST /_aliases {"actions":[{"remove_index":{"index":"emu_lb"}},{"add":{"index":"emu_la","alias":"emu_lb"}}]}
        POST /_aliases {"actions":[{"remove_index":{"index":"emu_none"}}]}
        POST /_aliases {"actions":[{"remove_index":{"index":"emu_la","alias":"x"}}]}
        POST /_aliases {"actions":[{"add":{"index":"emu_la","alias":"emu_1"},"remove":{}}]}
        POST /_aliases {"actions":[],"x":1}
        GET /emu_*/_alias
        PUT /emu_lc {"aliases":{"emu_w":{"filter":{"term":{"t":"x"}}},"emu_w2":{}}}
        PUT /emu_lc/_doc/1?refresh {"t":"x"}
        PUT /emu_lc/_doc/2?refresh {"t":"y"}
        GET /emu_w/_count
        GET /emu_w/_search?q=t:y
        GET /emu_w,emu_lc/_count
        GET /emu_w,emu_w2/_count
        GET /emu_w*/_count
        PUT /emu_ld {"aliases":{"emu_w":{"is_write_index":true},"emu_w2":{}}}
        PUT /emu_w/_doc/3?refresh {"t":"x"}
        PUT /emu_w2/_doc/3 {}
        DELETE /emu_w/_doc/3?refresh
        PUT /emu_le {"aliases":{"emu_lc":{}}}
        PUT /emu_le {"aliases":{"emu_w":{"is_write_index":true}}}
        PUT /emu_le {"aliases":{"x":[]}}
        PUT /emu_le {"aliases":{"a#":{}}}
        PUT /emu_lw {"aliases":{"emu_w3":{"is_write_index":false}}}
        PUT /emu_w3/_doc/1 {}
        # several documents
        GET /_mget
        POST /_mget {}
        POST /_mget {"docs":[]}
        POST /_mget {"docs":[{"_index":"emu_lc","_id":"1"},{"_index":"emu_lc","_id":"9"},{"_index":"emu_none","_id":"1"},{"_index":"emu_lc","_type":"doc","_id":"1"},{"_index":"emu_lc","_id":1,"_source":["t"]}]}
        POST /emu_lc/_mget {"ids":["1","9"]}
        POST /emu_lc/_mget {"docs":[{"_id":"1","_source":false},{"_id":"1","_source":{"include":["t"]}},{}]}
        POST /emu_lc/_mget {"docs":[{"_id":"1","_source":false},{"_id":"1","_source":{"include":["t"]}},{"_id":2,"_source":true}]}
        POST /_mget {"ids":["1"]}
        POST /_mget {"docs":[{"_index":"emu_lc"},{"_id":"x"}]}
        POST /_mget {"docs":[{"_index":"emu_lc","_id":"1","bogus":1}]}
        POST /_mget {"bogus":[]}
        POST /_mget {"docs":{}}
        POST /_mget []
        POST /emu_lc/_mget?_source=t {"ids":["1"]}
        POST /emu_lc/_mget?_source_excludes=t&refresh {"ids":["1"]}
        POST /emu_lc/doc/_mget {"ids":["1"]}
        POST /emu_lc/_doc/_mget {"ids":["1"]}
        PUT /_mget
        # several searches
        POST /_msearch
        POST /_msearch {}
        POST /_msearch ⏎
        GET /_msearch {"index":"emu_lc"}⏎{"query":{"match_all":{}}}⏎{"index":"emu_none"}⏎{}⏎{"index":"emu_none","ignore_unavailable":true}⏎{}⏎
        POST /emu_lc/_msearch {}⏎{"size":0}⏎{}⏎{"query":{"nope":{}}}⏎
        POST /emu_lc/_msearch {"bogus":1}⏎{"size":0}⏎
        POST /emu_lc/_msearch {"search_type":"query_then_fetch","preference":"_local","index":["emu_lc","emu_ld"]}⏎{"size":0}⏎
        POST /emu_lc/_msearch?rest_total_hits_as_int=true {}⏎{"size":0}⏎
        POST /emu_lc/_msearch ⏎{"size":0}⏎
        POST /emu_lc/_msearch {}⏎{"size":0}
        POST /emu_lc/_msearch {}⏎{bad⏎
        POST /emu_lc/_msearch {bad⏎{}⏎
        POST /emu_lc/_msearch?bogus {}⏎{}⏎
        POST /emu_lc/_msearch?max_concurrent_searches=0 {}⏎{}⏎
        POST /emu_lc/doc/_msearch {}⏎{"size":0}⏎
        POST /emu_lc/_msearch {}⏎
        POST /emu_lc/_msearch {}⏎{"size":0}⏎⏎{}⏎{"size":1}⏎
        POST /_msearch {"index":"nope:x"}⏎{}⏎

        """#
}
