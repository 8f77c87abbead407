-- A run of a plan file.
INSERT INTO runs VALUES ('2026-11-30-89d4', 1, 'passed', 'Write once', 'write.md', 'sb', 1, 1796017155744, 1796017155862);
INSERT INTO events VALUES ('2026-11-30-89d4', 1, 1, 1796017155744, 'run-started', '{"document":{"file":"write.md","modified":false,"path":"/tmp/demo/write.md","sha256":"c3d11a317e441e6894a66d7a87af2e9e46338dc6ded57b7448228124df3f7765"},"environment":{"disposable":true,"name":"sb","path":"/tmp/demo/sb.yaml","sandbox":true,"sha256":"f5bcafb5389ccefdbab8428ccaf373485986a708ea2f2583d8dbd89657d79efa"},"format":1,"host":"ops1","parameters":[],"plan":"04cad43ee10028af8210b65cacec0c59ab1f9b22032b9f0d401390ab07c0f7cf","steps":[{"effect":"read","id":"look","line":11,"number":"1","prose":"Look.","role":"run","section":["Write once"],"targets":["search"],"template":"GET /_cluster/health","title":"Look"},{"effect":"write","id":"write","line":17,"number":"2a","prose":"Write.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/1\n{ \"a\": 1 }\n","title":"Write"},{"effect":"read","id":"written","line":22,"number":"2b","prose":"","role":"verify","section":["Write once"],"targets":["search"],"template":"GET /a/_doc/1","title":"Write","within":2000},{"effect":"write","id":"more","line":32,"number":"3","prose":"Write more.","role":"run","section":["Write once"],"targets":["search"],"template":"PUT /a/_doc/2\n{ \"a\": 2 }\n","title":"Write more"}],"targets":[{"address":"http://127.0.0.1:44251","identity":"XG4PcnEmULWGORu8H6Y1us","kind":"elasticsearch","name":"search","product":"Elasticsearch 7.0.0 (cluster `search`)","properties":{"host":"127.0.0.1","instance":"es-cn-search","name":"search","port":44251,"private_ip":"10.1.0.10","transport":"127.0.0.1:19300","url":"http://127.0.0.1:44251"}}],"title":"Write once","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-89d4', 2, 1, 1796017155816, 'attempt-started', '{"attempt":1,"step":"look"}', '265b21af09afa0d9651e89f76613c3bbc00f6c898e0daf9168f50efab57d2ec7');
INSERT INTO events VALUES ('2026-11-30-89d4', 3, 1, 1796017155816, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"search","title":"GET /_cluster/health"},"step":"look"}', '4201683c32f949cfc1428f09e4b814082541d26ba4e37b3d1b0664888af173ca');
INSERT INTO events VALUES ('2026-11-30-89d4', 4, 1, 1796017155817, 'action-answered', '{"answer":{"length":382,"ms":0,"sha256":"492c63afa04aa782ea4acc86fa58ded56ebc27a3cfe2024ac7d3db373c92d5e4","status":200,"text":"{\"cluster_name\":\"search\",\"status\":\"yellow\",\"timed_out\":false,\"number_of_nodes\":1,\"number_of_data_nodes\":1,\"active_primary_shards\":3,\"active_shards\":3,\"relocating_shards\":0,\"initializing_shards\":0,\"unassigned_shards\":2,\"delayed_unassigned_shards\":0,\"number_of_pending_tasks\":0,\"number_of_in_flight_fetch\":0,\"task_max_waiting_in_queue_millis\":0,\"active_shards_percent_as_number\":60.0}"},"index":0,"step":"look","target":"search"}', 'fb2cf1bf1179e37dc6a7647fe2a1dd13a954d630b257fbd9ab36b4f88ef07c9e');
INSERT INTO events VALUES ('2026-11-30-89d4', 5, 1, 1796017155818, 'step-passed', '{"step":"look","values":{"captures":{}}}', '8a5f681fd0f0d2f3fb5112e6e5d293ebdffe70048a7ae07da278084be7b14a33');
INSERT INTO events VALUES ('2026-11-30-89d4', 6, 1, 1796017155818, 'attempt-started', '{"attempt":1,"step":"write"}', '88a5b429645aac1ca6646b769b9adda5e907592b52a60f0700b0eedf2bf910b9');
INSERT INTO events VALUES ('2026-11-30-89d4', 7, 1, 1796017155818, 'action-sent', '{"action":{"content":"{ \"a\": 1 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/1"},"step":"write"}', '3d5fc77bb4892bf62527585a496309abbbe3c6fc0582fedc84a84052a022c6aa');
INSERT INTO events VALUES ('2026-11-30-89d4', 8, 1, 1796017155845, 'action-answered', '{"answer":{"length":149,"ms":1,"sha256":"5e65b1f131c6d23a3d3e3dce1fafa47e4b3a5ca3cf01ac51d8b5ae97df54c185","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":5,\"result\":\"updated\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":6,\"_primary_term\":1}"},"index":0,"step":"write","target":"search"}', '3c35d41b3615f9724291338c42ba8a6647c99c90f92aea9bb3066b7b176176b9');
INSERT INTO events VALUES ('2026-11-30-89d4', 9, 1, 1796017155845, 'step-passed', '{"step":"write","values":{"captures":{}}}', '712ead490d1a1aac3df347de7cb9e64b1b11381c98ec127a7d25763c71f893a9');
INSERT INTO events VALUES ('2026-11-30-89d4', 10, 1, 1796017155846, 'attempt-started', '{"attempt":1,"step":"written"}', '5e89fe5d003f4df97859001159265e8eefadc4d2976de32b89443caaec087b87');
INSERT INTO events VALUES ('2026-11-30-89d4', 11, 1, 1796017155846, 'step-polled', '{"answer":{"length":113,"ms":0,"sha256":"a28945cbcc8b9be84487635735c0fd3e0a39243a4acdb0c1115fca730216dd0c","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":5,\"_seq_no\":6,\"_primary_term\":1,\"found\":true,\"_source\":{\"a\":1}}"},"step":"written","tries":1}', '762f24bb5d1d7476aceb085aa5e816de3fc316f35da23cad0de8ea717c53ef8a');
INSERT INTO events VALUES ('2026-11-30-89d4', 12, 1, 1796017155846, 'step-passed', '{"step":"written","values":{"captures":{}}}', '9220013529626bb8b9177a31e7d0ccda86755b072ce8fb84c4214d4110262a47');
INSERT INTO events VALUES ('2026-11-30-89d4', 13, 1, 1796017155847, 'attempt-started', '{"attempt":1,"step":"more"}', '9e8d5562ae1fd7f2beb5f71880010bfe8e95518b8d4bf1f141829f090b968426');
INSERT INTO events VALUES ('2026-11-30-89d4', 14, 1, 1796017155847, 'action-sent', '{"action":{"content":"{ \"a\": 2 }\n","effect":"write","index":0,"target":"search","title":"PUT /a/_doc/2"},"step":"more"}', '1ee2d2e4f75de592c36a5675de394ef40dfd1927fb02a30e3a133ab1d6a6b851');
INSERT INTO events VALUES ('2026-11-30-89d4', 15, 1, 1796017155857, 'action-answered', '{"answer":{"length":149,"ms":1,"sha256":"22b52b8b18b915b37242b72cce02ab92cf0d92c6132bac3d2eafd77b9d705dbc","status":200,"text":"{\"_index\":\"a\",\"_type\":\"_doc\",\"_id\":\"2\",\"_version\":3,\"result\":\"updated\",\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":7,\"_primary_term\":1}"},"index":0,"step":"more","target":"search"}', '8d1f17c63a327703a6f05977fbb63505aedd271c520ced65d7ffa9a20817f2aa');
INSERT INTO events VALUES ('2026-11-30-89d4', 16, 1, 1796017155857, 'step-passed', '{"step":"more","values":{"captures":{}}}', '8aad069fb306472f44d3b5afefe55bdc415283e7715ea7241224e7410a9917d3');
INSERT INTO events VALUES ('2026-11-30-89d4', 17, 1, 1796017155857, 'run-finished', '{"state":"passed"}', '14cf38faa2b5a5fa6dac7ae93e7058819fcb5099a86cdd9d65d144826bef54c8');
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
