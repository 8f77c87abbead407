-- The connection broke after a write was sent.
INSERT INTO runs VALUES ('2026-11-30-4331', 1, 'waiting', 'Write once', 'write.md', 'sb', 1, 1796017148197, 1796017148357);
INSERT INTO events VALUES ('2026-11-30-4331', 1, 1, 1796017148197, 'run-started', '{"document":{"file":"write.md","modified":false,"path":"/tmp/demo/write.md","sha256":"c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"steps":[{"effect":"read","id":"look","line":11,"number":"1","prose":"Look.","role":"run","section":["Write once"],"targets":["search"],"template":"GET /_cluster/health","title":"Look"},{"effect":"write","id":"write","line":17,"number":"2a","prose":"Write.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/1\n{ \"a\": 1 }\n","title":"Write"},{"effect":"read","id":"written","line":22,"number":"2b","prose":"","role":"verify","section":["Write once"],"targets":["search"],"template":"GET /a/_doc/1","title":"Write","within":2000},{"effect":"write","id":"more","line":32,"number":"3","prose":"Write more.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/2\n{ \"a\": 2 }\n","title":"Write more"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Write once","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-4331', 2, 1, 1796017148204, 'attempt-started', '{"attempt":1,"step":"look"}', '21a945b3ae6ca809ca9df70f4b113205629f52e4872d513edcefa498c3ed99a6');
INSERT INTO events VALUES ('2026-11-30-4331', 3, 1, 1796017148205, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"search","title":"GET /_cluster/health"},"step":"look"}', 'bf6916ce41aa365458566120d98d313d8409c2fc3448a830e54cc17a0b23e97b');
INSERT INTO events VALUES ('2026-11-30-4331', 4, 1, 1796017148294, 'action-answered', '{"answer":{"length":395,"ms":87,"sha256":"08bc56c2beeaf46761436036e4974196d5607f940b79e346c0dda5e4548de529","status":200,"text":"{\"cluster_name\":\"search\",\"status\":\"yellow\",\"timed_out\":false,\"number_of_nodes\":1,\"number_of_data_nodes\":1,\"active_primary_shards\":2,\"active_shards\":2,\"relocating_shards\":0,\"initializing_shards\":0,\"unassigned_shards\":1,\"delayed_unassigned_shards\":0,\"number_of_pending_tasks\":0,\"number_of_in_flight_fetch\":0,\"task_max_waiting_in_queue_millis\":0,\"active_shards_percent_as_number\":66.66666666666666}"},"index":0,"step":"look","target":"search"}', '48c5d46b8bf1c3a0bef2f981fb9560c21b09d46a5f53ffecd12ae45d2c3f9a30');
INSERT INTO events VALUES ('2026-11-30-4331', 5, 1, 1796017148294, 'step-passed', '{"step":"look","values":{"captures":{}}}', 'cb75feda27b5827e0702336c15187a786239157129cbc558b4f77a1709f0eb12');
INSERT INTO events VALUES ('2026-11-30-4331', 6, 1, 1796017148295, 'attempt-started', '{"attempt":1,"step":"write"}', '2b6a887a3e0a3558fae4a2f2bd7ab25efbc5939b0155e774b7cf0771431bdf80');
INSERT INTO events VALUES ('2026-11-30-4331', 7, 1, 1796017148295, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', 'e8b77854a1ea25a74e66b43ce7358b2301403f78ced322ac1b1cc4df00cf9b54');
INSERT INTO events VALUES ('2026-11-30-4331', 8, 1, 1796017148321, 'attempt-lost', '{"doubtful":true,"reason":"`127.0.0.1:44251` closed a kept connection without an answer (Recv failure: Connection reset by peer); if the port speaks TLS, write `https://` into `url`","step":"write"}', '4651a77e6cafd5b28421ab38ddd2e09e47091660bb2b735ff2a4c4ac487e2d97');
INSERT INTO events VALUES ('2026-11-30-4331', 9, 1, 1796017148356, 'run-finished', '{"state":"waiting"}', '7647f6dff57d6e13b6c5dafb3f6f09f7fe914ca2ba66f9f326197139a28383ab');
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
