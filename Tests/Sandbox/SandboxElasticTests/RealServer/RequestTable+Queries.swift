extension RequestTable {
    /// Queries and aggregations.
    static let queries = #"""

        # queries
        PUT /emu_qa {"settings":{"number_of_replicas":0},"mappings":{"properties":{"k":{"type":"keyword"},"n":{"type":"integer"},"f":{"type":"double"},"d":{"type":"date"},"b":{"type":"boolean"},"t":{"type":"text"},"ip":{"type":"ip"}}}}
        PUT /emu_qa/_doc/1 {"k":"a","n":1,"f":1.5,"d":"2019-01-01","b":true,"t":"quick brown fox","ip":"10.0.0.1"}
        PUT /emu_qa/_doc/2 {"k":"b","n":5,"f":2.5,"d":"2019-02-01T10:00:00Z","b":false,"t":"quick dog"}
        PUT /emu_qa/_doc/3?refresh {"k":["a","c"],"n":10,"t":"lazy dog","d":"2020-01-01"}
        POST /emu_qa/_search {"query":{"bool":{}}}
        POST /emu_qa/_search {"query":{"bool":{"must":{"term":{"k":"a"}},"filter":[{"range":{"n":{"gte":5}}}],"must_not":{"term":{"b":true}},"should":[{"match":{"t":"quick"}}]}}}
        POST /emu_qa/_search {"query":{"bool":{"filter":{"term":{"k":"a"}}}}}
        POST /emu_qa/_search {"query":{"bool":{"should":[{"match":{"t":"quick"}},{"term":{"k":"b"}}]}}}
        POST /emu_qa/_search {"query":{"bool":{"should":[{"match":{"t":"quick"}},{"term":{"k":"b"}}],"minimum_should_match":2}}}
        POST /emu_qa/_search {"query":{"bool":{"should":[{"match":{"t":"quick"}},{"term":{"k":"b"}}],"minimum_should_match":"100%"}}}
        POST /emu_qa/_search {"query":{"bool":{"filter":{"match_all":{}},"should":[{"match":{"t":"quick"}}]}}}
        POST /emu_qa/_search {"query":{"bool":{"must":[{"match":{"t":"quick"}}],"boost":2}}}
        POST /emu_qa/_search {"query":{"bool":{"must_not":[{"match":{"t":"quick"}}]}}}
        POST /emu_qa/_search {"query":{"bool":{"nope":[]}}}
        POST /emu_qa/_search {"query":{"bool":{"must":"x"}}}
        POST /emu_qa/_search {"query":{"bool":{"must":[{}]}}}
        POST /emu_qa/_search {"query":{"bool":{"must":[{"nope":{}}]}}}
        POST /emu_qa/_search {"query":{"bool":[]}}
        POST /emu_qa/_search {"query":{"range":{"n":{"gt":1,"lte":10}}}}
        POST /emu_qa/_search {"query":{"range":{"n":{"from":1,"to":5,"include_lower":false}}}}
        POST /emu_qa/_search {"query":{"range":{"d":{"gte":"2019-01-15","lt":"2020-01-01"}}}}
        POST /emu_qa/_search {"query":{"range":{"d":{"gte":"2019-02-01||/M","lte":"2019-02-01||+1M/d"}}}}
        POST /emu_qa/_search {"query":{"range":{"d":{"gte":"now-1y"}}}}
        POST /emu_qa/_search {"query":{"range":{"d":{"lte":"2019-02-01"}}}}
        POST /emu_qa/_search {"query":{"range":{"d":{"gte":"zz"}}}}
        POST /emu_qa/_search {"query":{"range":{"k":{"gte":"b","boost":3}}}}
        POST /emu_qa/_search {"query":{"range":{"f":{"gte":"2"}}}}
        POST /emu_qa/_search {"query":{"range":{"n":{"gte":"x"}}}}
        POST /emu_qa/_search {"query":{"range":{"n":{"gte":1.5}}}}
        POST /emu_qa/_search {"query":{"range":{"none":{"gte":1}}}}
        POST /emu_qa/_search {"query":{"range":{"n":{"nope":1}}}}
        POST /emu_qa/_search {"query":{"range":{"n":5}}}
        POST /emu_qa/_search {"query":{"range":{"n":{"gte":1},"f":{"gte":1}}}}
        POST /emu_qa/_search {"query":{"range":{}}}
        POST /emu_qa/_search {"query":{"exists":{"field":"f"}}}
        POST /emu_qa/_search {"query":{"exists":{}}}
        POST /emu_qa/_search {"query":{"exists":{"field":"none","boost":2}}}
        POST /emu_qa/_search {"query":{"exists":{"field":"f","nope":1}}}
        POST /emu_qa/_search {"query":{"terms":{"k":["a","b"]}}}
        POST /emu_qa/_search {"query":{"terms":{"n":[1,"5"]}}}
        POST /emu_qa/_search {"query":{"terms":{"k":"a"}}}
        POST /emu_qa/_search {"query":{"terms":{"k":[]}}}
        POST /emu_qa/_search {"query":{"terms":{}}}
        POST /emu_qa/_search {"query":{"terms":{"k":["a"],"boost":2}}}
        POST /emu_qa/_search {"query":{"terms":{"k":["a"],"n":[1]}}}
        POST /emu_qa/_search {"query":{"terms":{"t":["quick"]}}}
        POST /emu_qa/_search {"query":{"prefix":{"k":"a"}}}
        POST /emu_qa/_search {"query":{"prefix":{"t":{"value":"qui","boost":2}}}}
        POST /emu_qa/_search {"query":{"prefix":{"n":"1"}}}
        POST /emu_qa/_search {"query":{"prefix":{"t":"QUI"}}}
        POST /emu_qa/_search {"query":{"wildcard":{"t":"q*k"}}}
        POST /emu_qa/_search {"query":{"wildcard":{"k":{"wildcard":"?"}}}}
        POST /emu_qa/_search {"query":{"wildcard":{"k":{"value":"a*","boost":2}}}}
        POST /emu_qa/_search {"query":{"wildcard":{"t":"Q*"}}}
        POST /emu_qa/_search {"query":{"match_phrase":{"t":"quick brown"}}}
        POST /emu_qa/_search {"query":{"match_none":{}}}
        POST /emu_qa/_search {"query":{"constant_score":{"filter":{"term":{"k":"a"}},"boost":1.5}}}
        POST /emu_qa/_search {"query":{"multi_match":{"query":"quick a","fields":["t","k"]}}}
        POST /emu_qa/_search {"query":{"query_string":{"query":"t:quick AND k:a"}}}
        POST /emu_qa/_search {"query":{"dis_max":{"queries":[{"term":{"k":"a"}},{"term":{"k":"b"}}]}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"k"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"k","size":1}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"k","order":{"_key":"desc"}},"aggs":{"m":{"max":{"field":"n"}}}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"n"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"f"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"b"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"d"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"t"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"none"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"n"}},"y":{"min":{"field":"d"}},"z":{"avg":{"field":"f"}},"s":{"sum":{"field":"n"}},"v":{"value_count":{"field":"k"}},"c":{"cardinality":{"field":"k"}},"st":{"stats":{"field":"n"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"none"}},"y":{"min":{"field":"none"}},"z":{"avg":{"field":"none"}},"s":{"sum":{"field":"none"}},"v":{"value_count":{"field":"none"}},"c":{"cardinality":{"field":"none"}},"st":{"stats":{"field":"none"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"k"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"t"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"b"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"missing":{"field":"f"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"nope":{}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"n","bogus":1}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":5}}
        POST /emu_qa/_search?size=0 {"aggs":[]}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"n"},"min":{"field":"n"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"max":{"field":"n"},"aggs":{"y":{"max":{"field":"n"}}}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x]":{"max":{"field":"n"}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"k"},"meta":{"a":1}}}}
        POST /emu_qa/_search?size=0&typed_keys {"aggs":{"x":{"terms":{"field":"k"}}}}
        POST /emu_qa/_search?size=0 {"query":{"match_none":{}},"aggs":{"x":{"terms":{"field":"k"}},"m":{"avg":{"field":"n"}}}}
        POST /emu_none*/_search?size=0 {"aggs":{"x":{"terms":{"field":"k"}}}}
        POST /emu_qa/_count {"query":{"bool":{"must_not":{"exists":{"field":"f"}}}}}
        POST /emu_qa/_search {"query":{"bool":{"should":[{"term":{"k":"a"}},{"term":{"n":5}}],"minimum_should_match":-1}}}
        POST /emu_qa/_search {"query":{"bool":{"filter":[{"bool":{"should":[{"range":{"d":{"lt":"2019-01-01||+1M"}}},{"term":{"b":false}}]}}]}},"sort":["n"]}
        POST /emu_qa/_search {"query":{"range":{"d":{"gte":1546300800000,"lt":"1549015200000"}}}}
        POST /emu_qa/_search {"query":{"range":{"b":{"gte":true}}}}
        POST /emu_qa/_search {"query":{"range":{"t":{"gte":"fox","lt":"lazz"}}}}
        POST /emu_qa/_search {"query":{"query_string":{"query":"quick","default_field":"t","default_operator":"and"}}}
        POST /emu_qa/_search {"query":{"wildcard":{"k":{"nope":1}}}}
        POST /emu_qa/_search {"query":{"constant_score":{}}}
        POST /emu_qa/_search {"query":{"constant_score":{"filter":{"nope":{}}}}}
        POST /emu_qa/_search {"query":{"dis_max":{}}}
        POST /emu_qa/_search {"query":{"match_none":{"x":1}}}
        POST /emu_qa/_search {"query":{"multi_match":{"fields":["t"]}}}
        POST /emu_qa/_search {"query":{"multi_match":{"query":"quick","fields":["t^2","k"]}}}
        POST /emu_qa/_search {"query":{"query_string":{}}}
        POST /emu_qa/_search {"size":1,"aggs":{"x":{"terms":{"field":"k","order":[{"m":"desc"},{"_key":"asc"}]},"aggs":{"m":{"sum":{"field":"n"}}}}}}
        POST /emu_qa/_search?size=0 {"aggregations":{"x":{"terms":{"field":"k","min_doc_count":2}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"terms":{"field":"k","size":0}}}}
        POST /emu_qa/_search?size=0 {"aggs":{"x":{"stats":{"field":"d"}}}}
        POST /emu_qa,emu_none/_search?size=0&ignore_unavailable=true {"aggs":{"x":{"sum":{"field":"f"}}}}

        """#
}
