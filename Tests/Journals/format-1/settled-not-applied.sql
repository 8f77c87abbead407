-- The doubt was settled: it had not, and was sent again.
INSERT INTO runs VALUES ('2026-11-30-9e19', 2, 'passed', 'Write once', 'write.md', 'sb', 1, 1796017151637, 1796017153172);
INSERT INTO events VALUES ('2026-11-30-9e19', 1, 1, 1796017151637, 'run-started', '{"document":{"file":"write.md","modified":false,"path":"/tmp/demo/write.md","sha256":"c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"look","line":11,"number":"1","prose":"Look.","role":"run","section":["Write once"],"targets":["search"],"template":"GET /_cluster/health","title":"Look"},{"effect":"write","id":"write","line":17,"number":"2a","prose":"Write.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/1\n{ \"a\": 1 }\n","title":"Write"},{"effect":"read","id":"written","line":22,"number":"2b","prose":"","role":"verify","section":["Write once"],"targets":["search"],"template":"GET /a/_doc/1","title":"Write","within":2000},{"effect":"write","id":"more","line":32,"number":"3","prose":"Write more.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/2\n{ \"a\": 2 }\n","title":"Write more"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Write once","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-9e19', 2, 1, 1796017151655, 'attempt-started', '{"attempt":1,"step":"look"}', '1c5b36c831f7bf2616307b0d7825d5f8c5b1692d388cb521aa092a520d1ee93d');
INSERT INTO events VALUES ('2026-11-30-9e19', 3, 1, 1796017151656, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"search","title":"GET /_cluster/health"},"step":"look"}', '99915acde2fca113e38f64c4e73014995d97035c341ef7ce0e22fc04188c94c8');
INSERT INTO events VALUES ('2026-11-30-9e19', 4, 1, 1796017151700, 'action-answered', '{"answer":{"length":382,"ms":44,"sha256":"492c63afa04aa782ea4acc86fa58ded56ebc27a3cfe2024ac7d3db373c92d5e4","status":200,"text":"{\"cluster_name\":\"search\",\"status\":\"yellow\",\"timed_out\":false,\"number_of_nodes\":1,\"number_of_data_nodes\":1,\"active_primary_shards\":3,\"active_shards\":3,\"relocating_shards\":0,\"initializing_shards\":0,\"unassigned_shards\":2,\"delayed_unassigned_shards\":0,\"number_of_pending_tasks\":0,\"number_of_in_flight_fetch\":0,\"task_max_waiting_in_queue_millis\":0,\"active_shards_percent_as_number\":60.0}"},"index":0,"step":"look","target":"search"}', 'd8829a73a24f2bd141643fa718fb6a746be91abc1dcda05396662f298c1f95ba');
INSERT INTO events VALUES ('2026-11-30-9e19', 5, 1, 1796017151701, 'step-passed', '{"step":"look","values":{"captures":{}}}', '224ec724176b661a49190830fbea260ea108447f833a232ff1dbd87628384d10');
INSERT INTO events VALUES ('2026-11-30-9e19', 6, 1, 1796017151701, 'attempt-started', '{"attempt":1,"step":"write"}', '81c5fce192c1da6b41270ee7bd125dcda2aa963c79777213743608dca3e596fd');
INSERT INTO events VALUES ('2026-11-30-9e19', 7, 1, 1796017151701, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', '320c1f2b8fb9c5137c37da1a7fb887d36a3502f7dc053e27f06bab5f4c72be72');
INSERT INTO events VALUES ('2026-11-30-9e19', 8, 1, 1796017151756, 'attempt-lost', '{"doubtful":true,"reason":"`127.0.0.1:44251` closed a kept connection without an answer (Recv failure: Connection reset by peer); if the port speaks TLS, write `https://` into `url`","step":"write"}', 'cf0d20d96f2641a8ec186c73af9d8430316da88f67a099842999f69ae1821f00');
INSERT INTO events VALUES ('2026-11-30-9e19', 9, 1, 1796017151775, 'run-finished', '{"state":"waiting"}', '5df0c28f2e124bd97cce3f9abacd6fa5d05badc95f861b479ef827f5675555ee');
INSERT INTO events VALUES ('2026-11-30-9e19', 10, 2, 1796017152785, 'run-resumed', '{"host":"ops1","user":"anna"}', '0344c946df62e3103612d99cbca74f555faa73bafe6f065761b172b1e2b6f362');
INSERT INTO events VALUES ('2026-11-30-9e19', 11, 2, 1796017152788, 'step-settled', '{"applied":false,"by":"anna","step":"write"}', 'b10e1638df547d3cea449ced71bad27ec5c33b94d5c10c0651591b815fc00492');
INSERT INTO events VALUES ('2026-11-30-9e19', 12, 2, 1796017152936, 'attempt-started', '{"attempt":2,"step":"write"}', 'e7395e76d7fedc1c338718c151da3efa8fa24dc1de4edc8d29b5cabc42d238c0');
INSERT INTO events VALUES ('2026-11-30-9e19', 13, 2, 1796017152937, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', '277db0efe52fc86d07629af53cf96f358b706fbba4a75697ba1f888840267ca9');
INSERT INTO events VALUES ('2026-11-30-9e19', 14, 2, 1796017152984, 'action-answered', '{"answer":{"length":149,"ms":40,"sha256":"909ed041a8f54043d11c9eacf03e7797bcf284a9dc2b6c4c9c2c240095074823","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":3,\"result\":\"updated\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":3,\"_primary_term\":1}"},"index":0,"step":"write","target":"search"}', '48f0c2517de0f76dc0fb20e26cd32f77552235c39d424d413f6c9ff4c19289a8');
INSERT INTO events VALUES ('2026-11-30-9e19', 15, 2, 1796017152985, 'step-passed', '{"step":"write","values":{"captures":{}}}', '677a4539e38646087aa74201420da89087d7335efd435e73b549d6f2534234b0');
INSERT INTO events VALUES ('2026-11-30-9e19', 16, 2, 1796017152985, 'attempt-started', '{"attempt":1,"step":"written"}', '14f6b41df49b99a8534713ec3c73d6e817ce07dc548ad7a0f9bdc46193f8997b');
INSERT INTO events VALUES ('2026-11-30-9e19', 17, 2, 1796017153072, 'step-polled', '{"answer":{"length":113,"ms":0,"sha256":"22e49d91316b768bf66d68c32a20809724368102c6b7847222bd39b70ba5d3ae","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":3,\"_seq_no\":3,\"_primary_term\":1,\"found\":true,\"_source\":{\"a\":1}}"},"step":"written","tries":1}', '4c22487d96c7ff0cb5a661d2e4adb1a72057af2982224a9c13572cfc9141ad3b');
INSERT INTO events VALUES ('2026-11-30-9e19', 18, 2, 1796017153072, 'step-passed', '{"step":"written","values":{"captures":{}}}', 'ad5f669906aaeb4c076ec5ce444bf70cb329413bbc0556f4eefb323236a5b2ef');
INSERT INTO events VALUES ('2026-11-30-9e19', 19, 2, 1796017153073, 'attempt-started', '{"attempt":1,"step":"more"}', 'ce3be5d00b085982a7f322a0905b46e1059537aaca8362876b1658ccd90eb113');
INSERT INTO events VALUES ('2026-11-30-9e19', 20, 2, 1796017153073, 'action-sent', '{"action":{"content":"{ \"a\": 2 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/2"},"step":"more"}', 'a9d3895a22e8ec76933e2abab6259ce628e5b3ed602edddc264c890a76a3e3dc');
INSERT INTO events VALUES ('2026-11-30-9e19', 21, 2, 1796017153145, 'action-answered', '{"answer":{"length":149,"ms":49,"sha256":"821ca8cf3653ad5644220139f5911c7bfb424c86f5e03e8cffeda2328c964cf0","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"2\",\"_version\":2,\"result\":\"updated\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":4,\"_primary_term\":1}"},"index":0,"step":"more","target":"search"}', '2d043b0fdff1d43b8b2dda14220116f6beff35dd01ff59bf46a238e1f6031953');
INSERT INTO events VALUES ('2026-11-30-9e19', 22, 2, 1796017153146, 'step-passed', '{"step":"more","values":{"captures":{}}}', '0ac766b667539945d3eff7b9768c8415c806c44885da8e0e9896ef3e0aa18b6b');
INSERT INTO events VALUES ('2026-11-30-9e19', 23, 2, 1796017153146, 'run-finished', '{"state":"passed"}', '5156484755e1553c926eab884f5d6784da427f93187b11e53dc566c6f18c92c1');
INSERT INTO blobs VALUES ('f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa', CAST('# Written by `runbook sandbox`, and good as long as that process runs.
environment:
  version: 1
  description: sandbox
  disposable: true
  sandbox: http://127.0.0.1:33089/_sandbox/1bdef28fb6dc5336cd05fa5d911e4ca2

targets:
  search:
    kind: elasticsearch
    url: http://127.0.0.1:44251
    instance: es-cn-search
    transport: 127.0.0.1:19300
    private_ip: 10.1.0.10
  backup:
    kind: elasticsearch
    url: http://127.0.0.1:39599
    instance: es-cn-backup
    transport: 127.0.0.1:19301
    private_ip: 10.2.0.10
' AS BLOB));
INSERT INTO blobs VALUES ('c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765', CAST('# Write once

```yaml runbook
version: 1
targets:
  search: { kind: elasticsearch }
```

1. Look.

   ```console run id=look effect=read again=yes
   GET /_cluster/health
   ```

2. Write.

   ```console run id=write again=yes
   PUT /a/_doc/1
   { "a": 1 }
   ```

   ```console verify id=written within=2s
   GET /a/_doc/1
   ```

   ```json expect
   { "_source": { "a": 1 } }
   ```

3. Write more.

   ```console run id=more again=yes
   PUT /a/_doc/2
   { "a": 2 }
   ```
' AS BLOB));
INSERT INTO answers (run, step, digest, answer, by, at, taken) VALUES ('2026-11-30-9e19', 'write', 'attempt-1', '{"answer":"not-applied"}', 'anna', 1796017152025, 11);
