-- Two refusals and a repetition; the next write fails.
INSERT INTO runs VALUES ('2026-11-30-f0a0', 1, 'failed', 'Write once', 'write.md', 'sb', 1, 1796017153917, 1796017154509);
INSERT INTO events VALUES ('2026-11-30-f0a0', 1, 1, 1796017153917, 'run-started', '{"document":{"file":"write.md","modified":false,"path":"/tmp/demo/write.md","sha256":"c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"look","line":11,"number":"1","prose":"Look.","role":"run","section":["Write once"],"targets":["search"],"template":"GET /_cluster/health","title":"Look"},{"effect":"write","id":"write","line":17,"number":"2a","prose":"Write.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/1\n{ \"a\": 1 }\n","title":"Write"},{"effect":"read","id":"written","line":22,"number":"2b","prose":"","role":"verify","section":["Write once"],"targets":["search"],"template":"GET /a/_doc/1","title":"Write","within":2000},{"effect":"write","id":"more","line":32,"number":"3","prose":"Write more.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/2\n{ \"a\": 2 }\n","title":"Write more"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Write once","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-f0a0', 2, 1, 1796017154020, 'attempt-started', '{"attempt":1,"step":"look"}', '5e1c7cb416fefdd0e1179ea4a26250b8c60fb04cd99df6ecbe7fc2f3ac91b492');
INSERT INTO events VALUES ('2026-11-30-f0a0', 3, 1, 1796017154021, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"search","title":"GET /_cluster/health"},"step":"look"}', '3cf1d9c4b2e035cb9b0d43fd8da021fb816231149ae5f0769f89f645cb24e48b');
INSERT INTO events VALUES ('2026-11-30-f0a0', 4, 1, 1796017154064, 'action-answered', '{"answer":{"length":382,"ms":31,"sha256":"492c63afa04aa782ea4acc86fa58ded56ebc27a3cfe2024ac7d3db373c92d5e4","status":200,"text":"{\"cluster_name\":\"search\",\"status\":\"yellow\",\"timed_out\":false,\"number_of_nodes\":1,\"number_of_data_nodes\":1,\"active_primary_shards\":3,\"active_shards\":3,\"relocating_shards\":0,\"initializing_shards\":0,\"unassigned_shards\":2,\"delayed_unassigned_shards\":0,\"number_of_pending_tasks\":0,\"number_of_in_flight_fetch\":0,\"task_max_waiting_in_queue_millis\":0,\"active_shards_percent_as_number\":60.0}"},"index":0,"step":"look","target":"search"}', '72ce6659110a8ec10d4f83c69522b1965bbe4b82b175ea2e386430c543b4201b');
INSERT INTO events VALUES ('2026-11-30-f0a0', 5, 1, 1796017154064, 'step-passed', '{"step":"look","values":{"captures":{}}}', '19ae1da44e2c35571059d3d79e20f56670a5b3c6174a6a1bf05a680822a7389c');
INSERT INTO events VALUES ('2026-11-30-f0a0', 6, 1, 1796017154065, 'attempt-started', '{"attempt":1,"step":"write"}', '6814cc0751d5dcd834584e8eca041b6fb7d478af6997d163c27af70d5ad581da');
INSERT INTO events VALUES ('2026-11-30-f0a0', 7, 1, 1796017154065, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', '117e5045706c82c427c32f1bcc5c749af02b14e39916f666e1915389803d4cf3');
INSERT INTO events VALUES ('2026-11-30-f0a0', 8, 1, 1796017154160, 'action-refused', '{"index":0,"reason":"status 503: blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];","step":"write","target":"search"}', 'ce330dd68b271d8157e390f003ac15b54ffd1c39f936955f0e45449e468223cf');
INSERT INTO events VALUES ('2026-11-30-f0a0', 9, 1, 1796017154164, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', 'f8b1d8729b421461587d54d5a8ecaa14d5ae177cc098284015022be6d08ebc22');
INSERT INTO events VALUES ('2026-11-30-f0a0', 10, 1, 1796017154248, 'action-refused', '{"index":0,"reason":"status 503: blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];","step":"write","target":"search"}', '745b5c9ab8301e6699bd2aaf4012f80049e51f4e2c1cc0a47cdddcd46dd3bcc0');
INSERT INTO events VALUES ('2026-11-30-f0a0', 11, 1, 1796017154264, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', 'e2cd99e1bae7425477b6138db277f53fdda3fab84ba1170eedc4d9d118329405');
INSERT INTO events VALUES ('2026-11-30-f0a0', 12, 1, 1796017154318, 'action-answered', '{"answer":{"length":149,"ms":24,"sha256":"4c5de15b3b570ffb164ae26d0dc578238ff87812ff9a30c0a6674837e3bd8bf1","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":4,\"result\":\"updated\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":5,\"_primary_term\":1}"},"index":0,"step":"write","target":"search"}', 'be34550f1ab610777fc00cfaf1bea37adea6aa7f9d3692666700814b051b554c');
INSERT INTO events VALUES ('2026-11-30-f0a0', 13, 1, 1796017154318, 'step-passed', '{"step":"write","values":{"captures":{}}}', '92c4736f1c914fab1865402a1498426cb3cc90cfe02537706f8746a6c7f677b4');
INSERT INTO events VALUES ('2026-11-30-f0a0', 14, 1, 1796017154318, 'attempt-started', '{"attempt":1,"step":"written"}', 'bb32061772a143aec2790b1fbd8c5a777ffae6cf8e7cef57f8b0d83c8e5af5fd');
INSERT INTO events VALUES ('2026-11-30-f0a0', 15, 1, 1796017154352, 'step-polled', '{"answer":{"length":113,"ms":0,"sha256":"184c2b2a7fd5850dfc0ec052c84e0efdc0b8725d0ffbf6f9759f21191c965e7c","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":4,\"_seq_no\":5,\"_primary_term\":1,\"found\":true,\"_source\":{\"a\":1}}"},"step":"written","tries":1}', '2950b00a8ec064af094ea9ff9fe34b1dccc8f26682025938d37bf60142a9f630');
INSERT INTO events VALUES ('2026-11-30-f0a0', 16, 1, 1796017154352, 'step-passed', '{"step":"written","values":{"captures":{}}}', 'fb6e0c2d699f3571d87023a499af6b3f1b213c3aeba85078a8858a874f360452');
INSERT INTO events VALUES ('2026-11-30-f0a0', 17, 1, 1796017154376, 'attempt-started', '{"attempt":1,"step":"more"}', '8c87d7402d5432b349ad1ff1cad1e02f7787980b9f4d4cae277e578b3d0f4862');
INSERT INTO events VALUES ('2026-11-30-f0a0', 18, 1, 1796017154404, 'action-sent', '{"action":{"content":"{ \"a\": 2 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/2"},"step":"more"}', '0c0c8c1c0f46b4b3436610bf4209d1d91c37c8e68382faf2a9a0c7f932596027');
INSERT INTO events VALUES ('2026-11-30-f0a0', 19, 1, 1796017154464, 'action-answered', '{"answer":{"length":271,"ms":20,"sha256":"33961fd1c2cbb85133e91620c3874891d197fe15162756e7f33107810496441d","status":400,"text":"{\"error\":{\"root_cause\":[{\"type\":\"cluster_block_exception\",\"reason\":\"blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];\"}],\"type\":\"cluster_block_exception\",\"reason\":\"blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];\"},\"status\":503}"},"index":0,"step":"more","target":"search"}', '85a78ce63694b70c6184abac50550bdfdfe58f41fd149e9037454ea8159eac80');
INSERT INTO events VALUES ('2026-11-30-f0a0', 20, 1, 1796017154464, 'step-failed', '{"answer":{"length":271,"ms":20,"sha256":"33961fd1c2cbb85133e91620c3874891d197fe15162756e7f33107810496441d","status":400,"text":"{\"error\":{\"root_cause\":[{\"type\":\"cluster_block_exception\",\"reason\":\"blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];\"}],\"type\":\"cluster_block_exception\",\"reason\":\"blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];\"},\"status\":503}"},"applied":"no","failure":{"code":"status/rejected","command":"curl -sS -X PUT ''http://127.0.0.1:44251/a/_doc/2'' -H ''Content-Type: application/json'' --data-binary ''{ \"a\": 2 }\n''","line":33,"message":"the answer''s status is 400","request":"PUT /a/_doc/2\n{ \"a\": 2 }\n","target":"search"},"step":"more"}', 'be4484ad57bdeaa51dc3267a521fa7e555f68fcc1dac1869e7291e4d3a77fabd');
INSERT INTO events VALUES ('2026-11-30-f0a0', 21, 1, 1796017154496, 'run-finished', '{"state":"failed"}', '6dc1fa53386fc276e857ff3f04c4b6f4a2086bf6c529e16d484b1996f9970e9b');
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
