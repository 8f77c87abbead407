extension RequestTable {
    /// Repositories, snapshots and what is restored from them.
    static let snapshots = #"""

        # repositories
        PUT /_snapshot/emu_r
        PUT /_snapshot/emu_r []
        PUT /_snapshot/emu_r {"type":"fs","settings":"x"}
        PUT /_snapshot/emu_r {"type":"oss","settings":{}}
        PUT /_snapshot/emu_r {"type":1}
        PUT /_snapshot/emu_r {"type":"fs"}
        PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"/etc/x"}}
        PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"../x"}}
        PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"emu_r","readonly":"x"}}
        PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"emu_r","chunk_size":"x"}}
        PUT /_snapshot/emu_r?bogus {"type":"fs","settings":{"location":"emu_r"}}
        PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"emu_r","nested":{"a":[1,2]},"compress":true},"bogus":1}
        POST /_snapshot/emu_r2?verify=false {"type":"fs","settings":{"location":"emu_r/./","readonly":true}}
        @PUT /_snapshot/emu_r {"type":"fs","settings":{"location":"emu_r","readonly":"true"}}
        GET /_snapshot/emu_r
        GET /_snapshot/emu_r?flat_settings
        GET /_snapshot/emu_*
        GET /_snapshot/emu_r,emu_none
        GET /_snapshot/emu_none*
        GET /_snapshot/emu_r?verbose
        POST /_snapshot/emu_r/_verify
        POST /_snapshot/emu_none/_verify
        GET /_snapshot/emu_r/_verify
        POST /_snapshot
        HEAD /_snapshot/emu_r
        # snapshots
        PUT /emu_sn {"settings":{"number_of_shards":2,"number_of_replicas":0,"refresh_interval":"9s"},"aliases":{"emu_sa":{}}}
        PUT /emu_sn/_doc/1 {"t":"x"}
        PUT /emu_sn/_doc/1 {"t":"y"}
        PUT /emu_sn/_doc/2?refresh {"t":"z"}
        PUT /emu_so/_doc/1?refresh {"t":"x"}
        PUT /emu_sc
        POST /emu_sc/_close
        PUT /_snapshot/emu_r/s {"indices":
        PUT /_snapshot/emu_r/s {"indices":1}
        PUT /_snapshot/emu_r/s {"indices":["emu_sn",1]}
        PUT /_snapshot/emu_r/s {"include_global_state":"x"}
        PUT /_snapshot/emu_r/s {"partial":"x"}
        PUT /_snapshot/emu_r/s {"settings":"x"}
        PUT /_snapshot/emu_r/s {"ignore_unavailable":"x"}
        PUT /_snapshot/emu_r/s {"expand_wildcards":"x"}
        PUT /_snapshot/emu_r/s {"indices":"emu_sc"}
        PUT /_snapshot/emu_r/s {"indices":"emu_none"}
        PUT /_snapshot/emu_r/s {"indices":"emu_none*","allow_no_indices":false}
        PUT /_snapshot/emu_none/s {"indices":"emu_none"}
        PUT /_snapshot/emu_none/s
        PUT /_snapshot/emu_none/S
        PUT /_snapshot/emu_r2/s {"indices":"emu_sn"}
        PUT /_snapshot/emu_r/S
        PUT /_snapshot/emu_r/_s
        PUT /_snapshot/emu_r/a,b
        PUT /_snapshot/emu_r/a%20b
        PUT /_snapshot/emu_r/a%23b
        PUT /_snapshot/emu_r/a%3Fb
        PUT /_snapshot/emu_r/s?bogus
        PUT /_snapshot/emu_r/s?wait_for_completion=x
        PUT /_snapshot/emu_r/s?wait_for_completion=true {"indices":"emu_sn,emu_so","bogus":1,"metadata":{"a":1}}
        PUT /_snapshot/emu_r/s?wait_for_completion=true {"indices":"emu_sn"}
        PUT /_snapshot/emu_r/s_one?wait_for_completion=true {"indices":["emu_none","emu_sa"],"ignore_unavailable":true,"include_global_state":false}
        PUT /_snapshot/emu_r/none?wait_for_completion {"indices":"emu_none*","partial":true}
        PUT /_snapshot/emu_r/%3Cemu-%7Bnow%2Fy%7D%3E?wait_for_completion=true {"indices":"emu_so"}
        GET /_snapshot/emu_r/_all
        GET /_snapshot/emu_r/*?verbose=false
        GET /_snapshot/emu_r/s*,none
        GET /_snapshot/emu_r/s,nope
        GET /_snapshot/emu_r/s,nope?ignore_unavailable=true
        GET /_snapshot/emu_r/nope*
        GET /_snapshot/emu_r/_current
        GET /_snapshot/emu_r/s,_current
        GET /_snapshot/emu_none/s
        GET /_snapshot/emu_r/s?verbose=x
        GET /_snapshot/emu_r/s?sort=name
        GET /_snapshot/emu_r/s/_status
        GET /_snapshot/emu_r/s,none/_status
        GET /_snapshot/emu_r/s,nope/_status
        GET /_snapshot/emu_r/s*/_status
        GET /_snapshot/emu_r/s,nope/_status?ignore_unavailable=true
        GET /_snapshot/emu_r/_status
        GET /_snapshot/emu_none/_status
        GET /_snapshot/emu_none/s/_status
        GET /_snapshot/emu_r/_all/_status
        POST /_snapshot/emu_r/s/_status
        PUT /_snapshot/emu_r/s/_clone/c {"indices":"emu_sn"}
        @GET /_snapshot/emu_r/_all
        @PUT /_snapshot/emu_r/new
        @DELETE /_snapshot/emu_r/s
        GET /_cat/snapshots/emu_r?v&h=id,status,indices,successful_shards,failed_shards,total_shards
        GET /_cat/snapshots/emu_r?s=id:desc&h=id,r
        GET /_cat/snapshots/emu_r?help
        GET /_cat/snapshots
        GET /_cat/snapshots/emu_none
        GET /_cat/snapshots/emu_r?format=json&h=id,snapshot,s
        GET /_cat/snapshots?help
        GET /_cat/repositories?help
        GET /_cat/recovery?help
        # restore
        POST /_snapshot/emu_r/s/_restore []
        POST /_snapshot/emu_r/s/_restore
        POST /_snapshot/emu_r/s/_restore {"indices":1}
        POST /_snapshot/emu_r/s/_restore {"bogus":1}
        POST /_snapshot/emu_r/s/_restore {"partial":"x"}
        POST /_snapshot/emu_r/s/_restore {"rename_pattern":1}
        POST /_snapshot/emu_r/s/_restore {"index_settings":1}
        POST /_snapshot/emu_r/s/_restore {"ignore_index_settings":1}
        POST /_snapshot/emu_r/s/_restore {"settings":1}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_none"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_none*"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_none","ignore_unavailable":true}
        POST /_snapshot/emu_r/s/_restore {"indices":["emu_*","-emu_none"]}
        POST /_snapshot/emu_r/s/_restore {"indices":["-emu_sn","-emu_so"]}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"x$2"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"${1}x"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"x$"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"x$y"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"x${y}"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"(.+)","rename_replacement":"x\\"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"emu","rename_replacement":"EMU"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_sn","rename_pattern":"emu_sn","rename_replacement":"emu_sa"}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_so","rename_pattern":"_so","rename_replacement":"_s5","index_settings":{"number_of_shards":5}}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_so","rename_pattern":"_so","rename_replacement":"_s5","index_settings":{"number_of_replicas":"x"}}
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_so","rename_pattern":"_so","rename_replacement":"_s5","ignore_index_settings":["index.uuid"]}
        POST /_snapshot/emu_r/nope/_restore {"indices":"x"}
        POST /_snapshot/emu_none/s/_restore {"indices":"x"}
        GET /_snapshot/emu_r/s/_restore
        POST /_snapshot/emu_r/s/_restore?bogus
        POST /_snapshot/emu_r/s/_restore?wait_for_completion=true {"indices":"emu_sn","rename_pattern":"emu_(.+)","rename_replacement":"emu_r_$1"}
        GET /emu_r_sn
        GET /emu_sa/_search?sort=_id
        GET /emu_r_sn/_doc/1
        PUT /emu_r_sn/_doc/3?refresh {"t":"x"}
        GET /emu_r_sn/_recovery
        GET /emu_sn/_recovery?active_only=true
        GET /emu_so/_recovery?detailed
        GET /emu_none/_recovery
        GET /emu_sc/_recovery
        GET /_cat/recovery/emu_r_sn?v&h=index,shard,type,stage,source_host,target_host,repository,snapshot,files_percent,bytes_percent,translog_ops_percent&s=shard
        POST /_snapshot/emu_r/s/_restore?wait_for_completion=true {"indices":"emu_sn","rename_pattern":"(.)(.)$","rename_replacement":"$2$10","include_aliases":false,"index_settings":{"number_of_replicas":2},"ignore_index_settings":["refresh_interval","index.nope"]}
        GET /emu_n_s0,emu_ns0?ignore_unavailable=true
        DELETE /emu_ns0
        PUT /emu_so/_doc/2?refresh {"t":"lost"}
        POST /emu_so/_close
        POST /_snapshot/emu_r/s/_restore?wait_for_completion=true {"indices":"emu_so","partial":true}
        POST /emu_so/_close
        POST /_snapshot/emu_r/s/_restore?wait_for_completion=true {"indices":"emu_so"}
        GET /emu_so/_search
        PUT /emu_so/_doc/3?refresh {"t":"new"}
        PUT /emu_w {"settings":{"number_of_shards":3}}
        POST /emu_w/_close
        POST /_snapshot/emu_r/s/_restore {"indices":"emu_so","rename_pattern":"_so","rename_replacement":"_w"}
        @POST /_snapshot/emu_r/s/_restore?wait_for_completion=true {"indices":"emu_*"}
        @GET /emu_sn
        @GET /emu_sn,emu_so/_count
        @GET /_cat/indices/emu_s*?v&s=index&h=health,status,index,pri,rep,docs.count
        @DELETE /emu_sn,emu_so
        # the end of them
        DELETE /_snapshot/emu_r/s_one,none
        DELETE /_snapshot/emu_r/_all
        DELETE /_snapshot/emu_r/nope
        DELETE /_snapshot/emu_none/s
        DELETE /_snapshot/emu_r2/s
        DELETE /_snapshot/emu_r/s?bogus
        DELETE /_snapshot/emu_r/s
        @GET /_snapshot/emu_r/s
        DELETE /_snapshot/emu_r/s
        DELETE /_snapshot/emu_r,emu_r2
        @DELETE /_snapshot/emu_r
        @DELETE /_snapshot/emu_r
        @DELETE /_snapshot/emu_none*

        """#
}
