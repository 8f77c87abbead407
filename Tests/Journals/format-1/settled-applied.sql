-- The doubt was settled: it had taken effect.
INSERT INTO runs VALUES ('2026-11-30-92ac', 2, 'passed', 'Write once', 'write.md', 'sb', 1, 1796017149545, 1796017150946);
INSERT INTO events VALUES ('2026-11-30-92ac', 1, 1, 1796017149545, 'run-started', '{"document":{"file":"write.md","modified":false,"path":"/tmp/demo/write.md","sha256":"c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"look","line":11,"number":"1","prose":"Look.","role":"run","section":["Write once"],"targets":["search"],"template":"GET /_cluster/health","title":"Look"},{"effect":"write","id":"write","line":17,"number":"2a","prose":"Write.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/1\n{ \"a\": 1 }\n","title":"Write"},{"effect":"read","id":"written","line":22,"number":"2b","prose":"","role":"verify","section":["Write once"],"targets":["search"],"template":"GET /a/_doc/1","title":"Write","within":2000},{"effect":"write","id":"more","line":32,"number":"3","prose":"Write more.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/2\n{ \"a\": 2 }\n","title":"Write more"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Write once","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-92ac', 2, 1, 1796017149572, 'attempt-started', '{"attempt":1,"step":"look"}', '85c7192ee8a6f7e9b0eb891ec3c88ed3aaf08bec9c3d65d3ae8464f72f5d7cab');
INSERT INTO events VALUES ('2026-11-30-92ac', 3, 1, 1796017149576, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"search","title":"GET /_cluster/health"},"step":"look"}', 'a997b1f417ec4f02da1ed1d0d67f5e758bcf077edf15315ce2ade11d5014f9ff');
INSERT INTO events VALUES ('2026-11-30-92ac', 4, 1, 1796017149717, 'action-answered', '{"answer":{"length":382,"ms":140,"sha256":"492c63afa04aa782ea4acc86fa58ded56ebc27a3cfe2024ac7d3db373c92d5e4","status":200,"text":"{\"cluster_name\":\"search\",\"status\":\"yellow\",\"timed_out\":false,\"number_of_nodes\":1,\"number_of_data_nodes\":1,\"active_primary_shards\":3,\"active_shards\":3,\"relocating_shards\":0,\"initializing_shards\":0,\"unassigned_shards\":2,\"delayed_unassigned_shards\":0,\"number_of_pending_tasks\":0,\"number_of_in_flight_fetch\":0,\"task_max_waiting_in_queue_millis\":0,\"active_shards_percent_as_number\":60.0}"},"index":0,"step":"look","target":"search"}', 'f195836831dccb3ccc169f48ec5004db12f53f9df41aff4fe823c02da85c5634');
INSERT INTO events VALUES ('2026-11-30-92ac', 5, 1, 1796017149717, 'step-passed', '{"step":"look","values":{"captures":{}}}', 'd1ee5551db23d005543a0db6a2a3485522cdefae1ceffeb107824ca116924767');
INSERT INTO events VALUES ('2026-11-30-92ac', 6, 1, 1796017149717, 'attempt-started', '{"attempt":1,"step":"write"}', '4a267fb93027d14384bd4a9333e810350c338dc7eadf47242fa1a275a49f07b7');
INSERT INTO events VALUES ('2026-11-30-92ac', 7, 1, 1796017149717, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', '1e5dead4ee6d8b351cafea3278a174a6ad5e51a4d04d443f6a50a0e844eebb09');
INSERT INTO events VALUES ('2026-11-30-92ac', 8, 1, 1796017149744, 'attempt-lost', '{"doubtful":true,"reason":"`127.0.0.1:44251` closed a kept connection without an answer (Recv failure: Connection reset by peer); if the port speaks TLS, write `https://` into `url`","step":"write"}', '4fe39746e44749e776d213befb26ac5daad95fbc6dfb76a20d693bce48f5ee53');
INSERT INTO events VALUES ('2026-11-30-92ac', 9, 1, 1796017149776, 'run-finished', '{"state":"waiting"}', '24a9150e4faa99822e240478e9ca899bc7f2baacefea866c66b8e55fd97df9d4');
INSERT INTO events VALUES ('2026-11-30-92ac', 10, 2, 1796017150858, 'run-resumed', '{"host":"ops1","user":"anna"}', 'e752e2f2eb2fe7c30657671a06a92dad6d702169dbae43f9f61d7915f97f2b4c');
INSERT INTO events VALUES ('2026-11-30-92ac', 11, 2, 1796017150900, 'step-settled', '{"applied":true,"by":"anna","step":"write"}', 'd57af8e44df4b21fb952a5d81c4221d75cf45118a012f8716722d98bcf127d2c');
INSERT INTO events VALUES ('2026-11-30-92ac', 12, 2, 1796017150906, 'attempt-started', '{"attempt":1,"step":"written"}', '701cd1dde360627e0a718441ed26a7a30023fc7a33cd2c22761dfd662ae518d4');
INSERT INTO events VALUES ('2026-11-30-92ac', 13, 2, 1796017150912, 'step-polled', '{"answer":{"length":113,"ms":0,"sha256":"51b7144700f1284a0c5cec682be5a7f33d233b12376eb887a2f7d05d6fc33219","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":2,\"_seq_no\":1,\"_primary_term\":1,\"found\":true,\"_source\":{\"a\":1}}"},"step":"written","tries":1}', '87953b6efe593338d69bda372366ddf8c6764a11a87bf5b3ce9c5137b80ec1e3');
INSERT INTO events VALUES ('2026-11-30-92ac', 14, 2, 1796017150912, 'step-passed', '{"step":"written","values":{"captures":{}}}', '6786b2cc54329103da6fb9d2c61de3156d4d649281fcfe8c601108de780ad60b');
INSERT INTO events VALUES ('2026-11-30-92ac', 15, 2, 1796017150913, 'attempt-started', '{"attempt":1,"step":"more"}', '52015b3cb7089824ad7a7fa7b72d8610a51e5b1452d2d03a3f1f2f092a1fa159');
INSERT INTO events VALUES ('2026-11-30-92ac', 16, 2, 1796017150913, 'action-sent', '{"action":{"content":"{ \"a\": 2 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/2"},"step":"more"}', '2a7bd5dce348d57b47579cc29125d1aadb28b38bfa1aa7ef58c54db2b86b1eff');
INSERT INTO events VALUES ('2026-11-30-92ac', 17, 2, 1796017150926, 'action-answered', '{"answer":{"length":149,"ms":1,"sha256":"d0a9a16e282dcb7baba5b9d0d90a7d634aad4a64af0ec005e716eb80b5488321","status":201,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"2\",\"_version\":1,\"result\":\"created\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":2,\"_primary_term\":1}"},"index":0,"step":"more","target":"search"}', '354104c76dc9d95a0d229eed6701acb4b1b418bfb3401d2644121fdfcd9f1032');
INSERT INTO events VALUES ('2026-11-30-92ac', 18, 2, 1796017150926, 'step-passed', '{"step":"more","values":{"captures":{}}}', '757c5f3da9160b0e7e9dc0c1b92f48548a5956f0f170a8b4e207a353bba91109');
INSERT INTO events VALUES ('2026-11-30-92ac', 19, 2, 1796017150926, 'run-finished', '{"state":"passed"}', '145d62e74e2df28029c68d5aff319a72e48dc051d69d4c13281710fdb07d87b5');
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
INSERT INTO answers (run, step, digest, answer, by, at, taken) VALUES ('2026-11-30-92ac', 'write', 'attempt-1', '{"answer":"applied"}', 'anna', 1796017150168, 11);
