/// The requests that are sent to both sides, in order; every name begins with `emu_`.
enum RequestTable {
    struct Request: Sendable, CustomStringConvertible {
        let cluster: String
        let method: String
        let target: String
        let body: String?

        var description: String { "\(cluster) \(method) \(target)" }
    }

    /// One request a line: method, path, body; lines that begin with `@` go to the follower, `#` is a heading, `⏎` a line
    /// break in a body.
    static let requests: [Request] = (text + snapshots + aliases + tables + queries).split(separator: "\n").filter {
        !$0.hasPrefix("#")
    }.map {
        line in
        let isFollower = line.hasPrefix("@")
        let parts = line.drop { $0 == "@" }.split(separator: " ", maxSplits: 2).map(String.init)
        return Request(
            cluster: isFollower ? "follower" : "leader", method: parts[0], target: parts[1],
            body: parts.count > 2 ? parts[2].replacing("⏎", with: "\n") : nil)
    }

    private static let text = #"""
        # indices
        PUT /emu_a {"settings":{"number_of_shards":2},"mappings":{"properties":{"n":{"type":"integer"},"t":{"type":"text"},"k":{"type":"keyword"},"d":{"type":"date"},"b":{"type":"boolean"},"f":{"type":"double"}}}}
        PUT /emu_a
        PUT /emu_A
        PUT /emu_b {"setings":{}}
        PUT /emu_b []
        PUT /emu_b {"settings":{"number_of_shards":"x"}}
        PUT /emu_b {"settings":{"number_of_shards":1025}}
        PUT /emu_b {"settings":{"number_of_replicas":-1,"refresh_interval":"x"}}
        PUT /emu_b {"settings":{"index":{"nope":1,"nope2":{"a":3}}}}
        PUT /emu_b {"mappings":{"properties":{"a":{"type":"nope"}}}}
        PUT /emu_b {"mappings":{"doc":{"properties":{"a":{"type":"keyword"}}}}}
        PUT /emu_b?include_type_name=true {"mappings":{"doc":{"properties":{"a":{"type":"keyword"}}}},"aliases":{"emu_alias":{}}}
        PUT /emu_alias
        GET /emu_b
        GET /emu_alias/_settings/index.number_of_replicas
        GET /emu_b?include_type_name=true
        HEAD /emu_b
        HEAD /emu_none
        GET /emu_none
        DELETE /emu_alias
        GET /emu_a,emu_none/_settings
        GET /emu_*/_settings/index.number*?flat_settings
        GET /emu_none*
        DELETE /emu_a,emu_none
        DELETE /
        # paths and methods
        GET /emu_a/_doc
        GET /emu_a/_doc/1/2/3
        PUT /emu_a/_search {}
        POST /emu_a
        GET //emu_a
        GET /_emu
        GET /emu_a?bogus
        GET /emu_a?prety
        PUT /_all
        # documents
        PUT /emu_a/_doc/1 {"t":"quick brown fox","k":"A b","d":"2019-01-01","b":true,"f":1.5}
        PUT /emu_a/_doc/2?refresh {"t":"slow fox","n":3,"b":false,"k":"zz"}
        PUT /emu_a/_doc/3?refresh=wait_for {"t":"the quick quick fox jumps over many other animals, 1,000 of them: don't ask (f_g)","n":7}
        PUT /emu_a/_doc/4?refresh=bogus {}
        GET /emu_a/_doc/1
        GET /emu_a/_doc/1?_source=false
        GET /emu_a/_doc/1?_source=t,k
        GET /emu_a/_doc/1?_source_excludes=t
        GET /emu_a/_source/1?_source_includes=k
        GET /emu_a/_source/9
        GET /emu_v/_doc/9
        GET /emu_a/other/1
        GET /emu_none/_doc/1
        PUT /emu_a/_doc/4 {"n":"x"}
        PUT /emu_a/_doc/4 {"d":"zz"}
        PUT /emu_a/_doc/4 {"b":"zz"}
        PUT /emu_a/_doc/4 {"k":{"x":1}}
        PUT /emu_a/_doc/4 {"o":
        PUT /emu_a/_doc/4 [1]
        PUT /emu_a/_doc/4 {"new":[1,"x"]}
        PUT /emu_a/_create/1 {"t":"x"}
        PUT /emu_a/_doc/1?version=3 {"t":"x"}
        PUT /emu_v/_doc/5?version=9&version_type=external {"t":"five"}
        PUT /emu_v/_doc/5?version=9&version_type=external {"t":"five"}
        PUT /emu_v/_doc/5?if_seq_no=99&if_primary_term=1 {"t":"five"}
        PUT /emu_v/_doc/5?if_seq_no=99 {"t":"five"}
        POST /emu_v/_update/5 {"doc":{"t":"six"}}
        POST /emu_v/_update/5 {"doc":{"t":"six"}}
        POST /emu_v/_update/9 {"doc":{"t":"six"}}
        POST /emu_v/_update/5 {}
        POST /emu_v/_update/5 {"dc":1}
        DELETE /emu_v/_doc/5
        DELETE /emu_v/_doc/5
        DELETE /emu_none/_doc/5
        PUT /emu_a/_doc/x%2Fy%20z {"n":1}
        DELETE /emu_a/_doc/x%2Fy%20z?refresh
        POST /_bulk?refresh=true {"index":{"_index":"emu_q","_id":"1"}}⏎{"a":1}⏎{"delete":{"_index":"emu_q","_id":"1"}}⏎
        POST /emu_q/_bulk {"index":{"_id":"2"}}⏎{"a":"x"}⏎{"create":{"_id":"2"}}⏎{"a":1}⏎{"create":{"_id":"2"}}⏎{"a":1}⏎
        POST /emu_q/_bulk {"update":{"_id":"9"}}⏎{"doc":{"a":1}}⏎{"delete":{"_index":"emu_nope","_id":"1"}}⏎
        POST /emu_q/doc/_bulk {"index":{"_id":"3"}}⏎{"a":1}⏎
        POST /_bulk {"index":{}}⏎{"a":1}⏎
        POST /emu_q/_bulk {"nope":{}}⏎{"a":1}⏎
        POST /emu_q/_bulk {"index":{"_idd":1}}⏎{"a":1}⏎
        POST /emu_q/_bulk {"index":{"_id":"5"}}⏎{bad⏎
        POST /emu_q/_bulk {"index":{"_index":"Bad","_id":"5"}}⏎{"a":1}⏎
        POST /emu_q/_bulk {"index":{"_id":"5"}}⏎{"a":1}
        POST /emu_q/_bulk ⏎
        POST /emu_q/_bulk
        # types
        PUT /emu_typed/doc/1?refresh {"user":"kimchy","post_date":"2009-11-15T14:12:12","o":{"p":[1,2]},"e":[],"x":null}
        PUT /emu_typed/other/1 {"user":"kimchy"}
        PUT /emu_typed/_doc/2?refresh {"user":"b"}
        GET /emu_typed/doc/1
        GET /emu_typed/_doc/1
        GET /emu_typed/_mapping
        GET /emu_typed/_mapping?include_type_name=true
        GET /emu_typed/_mapping/doc
        GET /emu_typed/_mapping/zz?include_type_name=true
        GET /emu_typed/doc/_search
        GET /emu_typed/zz/_search
        PUT /emu_x/_ccr/follow {}
        # searches
        GET /emu_a/_search
        GET /emu_a/_search?q=quick
        GET /emu_a/_search?q=t:quick
        GET /emu_a/_search?q=quick%20AND%20slow
        GET /emu_a/_search?q=quick%20slow
        GET /emu_a/_search?q=fox%20-slow
        GET /emu_a/_search?q=%2Bfox%20slow
        GET /emu_a/_search?q=t:%22slow%20fox%22
        GET /emu_a/_search?q=t:fo*
        GET /emu_a/_search?q=n:x
        GET /emu_a/_search?q=3
        GET /emu_a/_search?sort=n:desc
        GET /emu_a/_search?sort=t
        GET /emu_a/_search?sort=zz
        GET /emu_a/_search?size=10001
        GET /emu_a/_search?size=x
        GET /emu_a/_search?sizes=1
        GET /emu_a/_search?search_type=zz
        GET /emu_a/_search?rest_total_hits_as_int=true&size=1&from=1
        GET /emu_a/_search?_source=k&version=true&seq_no_primary_term
        GET /emu_a/_search?filter_path=hits.total,hits.hits._id
        GET /emu_a,emu_none/_search?ignore_unavailable=true&size=0
        GET /emu_none*/_search
        GET /emu_none*/_search?allow_no_indices=false
        POST /emu_a/_search {"query":{"match":{"t":"quick fox"}}}
        POST /emu_a/_search {"query":{"match":{"t":{"query":"quick fox","operator":"and","boost":2}}}}
        POST /emu_a/_search {"query":{"match":{"t":"1,000 don't"}}}
        POST /emu_a/_search {"query":{"match":{"t":"f_g"}}}
        POST /emu_a/_search {"query":{"term":{"k":"A b"}}}
        POST /emu_a/_search {"query":{"term":{"n":3}}}
        POST /emu_a/_search {"query":{"term":{"n":"x"}}}
        POST /emu_a/_search {"query":{"term":{"b":true}}}
        POST /emu_a/_search {"query":{"term":{"t":"quick","k":"x"}}}
        POST /emu_a/_search {"query":{"ids":{"values":["1","9"]}}}
        POST /emu_a/_search {"query":{"ids":{"valuez":[]}}}
        POST /emu_a/_search {"query":{"nope":{}}}
        POST /emu_a/_search {"query":{}}
        POST /emu_a/_search {"query":[]}
        POST /emu_a/_search {"query":{"match":{}}}
        POST /emu_a/_search {"query":{"match_all":{"a":1}}}
        POST /emu_a/_search {"quer":{}}
        POST /emu_a/_search {"size":"x"}
        POST /emu_a/_search []
        POST /emu_a/_search {"sort":[{"k":{"order":"desc"}},"_score"]}
        POST /emu_a/_search {"sort":[{"f":{"missing":"_first"}}]}
        POST /emu_a/_search {"sort":[{"zz":{"unmapped_type":"long"}}],"track_total_hits":1}
        POST /emu_a/_search {"track_total_hits":false,"_source":{"includes":["t*"],"excludes":["k"]}}
        POST /emu_a/_count {"query":{"term":{"t":"quick"}}}
        POST /emu_a/_count {"size":1}
        GET /emu_a/_count?q=t:quick
        # settings, mappings, open and close
        PUT /emu_a/_mapping {"properties":{"k":{"type":"text"}}}
        PUT /emu_a/_mapping {"properties":{"z":{"type":"keyword"}}}
        PUT /emu_a/_mapping {"propertes":{"z":{}}}
        PUT /emu_a/_mapping {"properties":{"y":{}}}
        PUT /emu_a/_mapping
        PUT /emu_s {"mappings":{"dynamic":"strict","properties":{"o":{"type":"object","enabled":false},"n":{"type":"nested","properties":{"x":{"type":"ip"}}}}}}
        GET /emu_s/_mapping
        PUT /emu_s/_doc/1 {"zz":1}
        PUT /emu_s/_doc/1 {"n":{"zz":1}}
        PUT /emu_s/_doc/1?refresh {"o":{"zz":1}}
        PUT /emu_a/_settings {"index.nope":1}
        PUT /emu_a/_settings {"refresh_interval":"5"}
        PUT /emu_a/_settings {"index.soft_deletes.enabled":false,"index.codec":"default"}
        PUT /emu_a/_settings {"index":{"number_of_replicas":0}}
        PUT /emu_a/_settings {"settings":{"index.blocks.write":true}}
        PUT /emu_a/_doc/7 {"t":"x"}
        PUT /emu_a/_settings {"index.blocks.write":null}
        PUT /emu_a/_settings []
        PUT /emu_none*/_settings {"index.number_of_replicas":0}
        GET /emu_a/_settings
        POST /emu_a/_close
        GET /emu_a/_search
        PUT /emu_a/_doc/7 {"t":"x"}
        GET /emu_a/_doc/1
        POST /emu_a/_refresh
        GET /_cluster/health/emu_a
        GET /_cat/indices/emu_a,emu_s?v&s=index&h=i,status,pri,rep,docs.count
        PUT /emu_a/_settings {"index.number_of_shards":2}
        PUT /emu_a/_settings {"index.codec":"best_compression"}
        POST /emu_a/_open
        PUT /emu_a/_doc/7?refresh {"t":"x"}
        POST /_open
        POST /emu_a,emu_none/_close
        PUT /emu_f {"settings":{"auto_expand_replicas":"0-all"}}
        GET /emu_f/_settings
        PUT /emu_f/_settings {"auto_expand_replicas":"zz"}
        GET /_cluster/health/emu_f
        # cluster
        GET /_cluster/health/emu_a?level=shards
        GET /_cluster/health/emu_none?timeout=1ms
        GET /_cluster/health/emu_s?wait_for_status=green&timeout=1ms
        PUT /_cluster/settings {"persistent":{"emu.foo":1,"emu.baz":2},"transient":{"emu":1}}
        PUT /_cluster/settings {"persistent":{"node.name":"x"}}
        PUT /_cluster/settings {"persist":{"x.y":1}}
        @PUT /_cluster/settings {"persistent":{"cluster":{"remote":{"emu_r":{"seeds":["127.0.0.1:19300"]}}}}}
        @PUT /_cluster/settings {"persistent":{"cluster":{"remote":{"emu_b":{"seeds":["127.0.0.1"]}}}}}
        @PUT /_cluster/settings {"persistent":{"cluster":{"remote":{"emu_b":{"seeds":["127.0.0.1:zz"]}}}}}
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_b.skip_unavailable":true}}
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_b.seeds":["127.0.0.1:19399"]}}
        @PUT /_cluster/settings?flat_settings {"persistent":{"cluster.remote.emu_b.nope":null}}
        @GET /emu_r:emu_a/_search?size=2
        @GET /emu_r:emu_a/_count
        @GET /emu_r:emu_none/_search
        @GET /emu_zz:emu_a/_search
        @GET /emu_b:emu_a/_search
        @GET /emu_*:emu_a/_search
        @GET /emu_r:emu_none*/_search
        @GET /emu_r:emu_a,emu_none*/_search?size=1
        @GET /emu_none,emu_r:emu_a/_search
        @POST /emu_r:emu_a/_search {"sort":["zz"]}
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_b.skip_unavailable":true}}
        @GET /emu_r:emu_a,emu_b:x/_search?size=0
        @GET /emu_b:x/_search?size=0
        @GET /emu_b:x/_count
        @GET /emu_r:emu_a/_settings
        @PUT /emu_r:foo
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_b.seeds":null}}
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_b.*":null}}
        @PUT /_cluster/settings {"persistent":{"cluster.remote.emu_r.seeds":null}}
        # tables
        GET /_cat/nodes?help
        GET /_cat/indices?help
        GET /_cat/nodes?v&h=ip,port,node.role,master,name
        GET /_cat/nodes?h=name,port&format=json
        GET /_cat/indices/emu_*?v&s=index:desc&h=index,pri,rep,health
        GET /_cat/indices/emu_*?s=zz
        GET /_cat/indices/emu_none
        GET /_cat/indices/emu_s?format=yaml&h=index,pri
        GET /emu_s/_settings/index.number_of_shards?format=yaml
        GET /emu_s?pretty&filter_path=**.number_of_shards
        """#
}
