-- A fixture goes before the runbook.
INSERT INTO runs VALUES ('2026-11-30-50d2', 1, 'passed', 'Configure a shared OSS repository', 'shared-oss-repository.md', 'sandbox', 1, 1796017157620, 1796017157931);
INSERT INTO events VALUES ('2026-11-30-50d2', 1, 1, 1796017157620, 'run-started', '{"document":{"file":"shared-oss-repository.md","modified":false,"path":"/tmp/demo/shared-oss-repository.md","sha256":"bfb6b1f5f800353f9b93c9ad15517557fe98c11cc3f2ee9e39aaf4a3731111ce"},"environment":{"disposable":true,"name":"sandbox","sandbox":true},"fixture":{"file":"fixtures/shared-oss-repository.md","modified":false,"path":"/tmp/demo/fixtures/shared-oss-repository.md","sha256":"2a003b765a20042a8daff3172f81be1a4a645a97715f2d755b295d98c457e013"},"format":1,"host":"ops1","parameters":[{"name":"restore","secret":false,"source":"default","value":"one"},{"name":"index","secret":false,"source":"default","value":"file-2019-08-25"},{"name":"indices","secret":false,"source":"default","value":["kibana_sample_data_ecommerce","kibana_sample_data_logs"]}],"steps":[{"effect":"write","id":"fixture/documents","line":19,"number":"1a","prose":"What [the runbook](../shared-oss-repository.md) finds in a cloud account, in clusters that may lose everything: indices on\nthe **source**, a snapshot of them, and the repository in both clusters. Here the repository is a folder that both can\nreach. Each step looks first, so that it can be repeated.\n\nWrite documents to the **source**, and one to a system index:","role":"run","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"POST /_bulk?refresh=true\n{\"index\":{\"_index\":\"${index}\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"name\":\"a file\",\"size\":1}\n{\"index\":{\"_index\":\"${indices[0]}\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"order\":1}\n{\"index\":{\"_index\":\"${indices[1]}\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"status\":200}\n{\"index\":{\"_index\":\".kibana_1\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"type\":\"config\"}\n","title":"Write documents to the source, and one to a system index"},{"effect":"read","id":"fixture/prepare-a-shared-oss-repository/a62046dc","line":31,"number":"1b","prose":"","role":"verify","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"GET /${index},${indices[0]},${indices[1]},.kibana_1/_count","title":"Write documents to the source, and one to a system index","within":10000},{"effect":"write","id":"fixture/repository","line":41,"number":"2a","prose":"Add the repository to the **source**:","role":"run","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"PUT /_snapshot/aliyun_snapshot_from_${source.instance}\n{ \"type\": \"fs\", \"settings\": { \"location\": \"aliyun_snapshot_from_${source.instance}\" } }\n","title":"Add the repository to the source"},{"effect":"read","id":"fixture/prepare-a-shared-oss-repository/2756fe1e","line":46,"number":"2b","prose":"","role":"verify","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"GET /_snapshot/aliyun_snapshot_from_${source.instance}","title":"Add the repository to the source","within":10000},{"effect":"write","id":"fixture/snapshot","line":52,"number":"3a","prose":"Make a snapshot, named as automatic ones are, on the **source**:","role":"run","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"PUT /_snapshot/aliyun_snapshot_from_${source.instance}/${source.instance}_20190705220000?wait_for_completion=true\n{ \"indices\": \"${index},${indices[0]},${indices[1]},.kibana_1\" }\n","title":"Make a snapshot, named as automatic ones are, on the source"},{"effect":"read","id":"fixture/prepare-a-shared-oss-repository/a84b1dd0","line":57,"number":"3b","prose":"","role":"verify","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["source"],"template":"GET /_snapshot/aliyun_snapshot_from_${source.instance}/${source.instance}_20190705220000","title":"Make a snapshot, named as automatic ones are, on the source","within":30000},{"effect":"write","id":"fixture/shared","line":67,"number":"4a","prose":"Show it to the **destination**, which may only read it:","role":"run","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["destination"],"template":"PUT /_snapshot/aliyun_snapshot_from_${source.instance}\n{\n  \"type\": \"fs\",\n  \"settings\": { \"location\": \"aliyun_snapshot_from_${source.instance}\", \"readonly\": true }\n}\n","title":"Show it to the destination, which may only read it"},{"effect":"read","id":"fixture/prepare-a-shared-oss-repository/763ca041","line":75,"number":"4b","prose":"","role":"verify","section":["Prepare a shared OSS repository","Prepare a shared OSS repository"],"targets":["destination"],"template":"GET /_snapshot/aliyun_snapshot_from_${source.instance}","title":"Show it to the destination, which may only read it","within":10000},{"effect":"read","id":"describe_source","line":38,"number":"1","prose":"Both clusters are in the same region and belong to the same Alibaba Cloud account. The Auto Snapshot feature of the source\nhas made a snapshot at least once.\n\nAsk the **source** for its version:","role":"run","section":["Configure a shared OSS repository","Before you start"],"targets":["source"],"template":"GET /","title":"Ask the source for its version"},{"effect":"read","id":"describe_destination","line":45,"number":"2","prose":"The **destination** is of the same version or a later one, because a cluster cannot read the repository of a later\none:","role":"run","section":["Configure a shared OSS repository","Before you start"],"targets":["destination"],"template":"GET /","title":"The destination is of the same version or a later one, because a cluster cannot read the repository of a later one"},{"effect":"read","id":"before-you-start/7225e647","line":57,"number":"3","prose":"Both are 6.7.0 of the Standard Edition: the kernel of the destination is the latest one, or later than that of the\nsource.","role":"manual","section":["Configure a shared OSS repository","Before you start"],"targets":[],"template":"","title":"Both are 6.7.0 of the Standard Edition: the kernel of the destination is the latest one, or later than that of the sour…"},{"effect":"read","id":"add-the-repository/b608215a","line":62,"number":"1","prose":"In the Elasticsearch console, add the repository of the source to the **destination** cluster:\n\n- Select the region, open **Elasticsearch Clusters**, and click the ID of the *destination* cluster.\n- Open **Snapshots**. In the section **Shared OSS Repositories** click **Create Now**, or **Create Shared Repository**\n  when it is not the first one.\n- Select the *source* cluster and click **OK**. The page then shows the cluster that owns the repository, and the\n  repository''s state.\n\nThe **destination** knows the repository then, and the page may take its list from there:","role":"manual","section":["Configure a shared OSS repository","Add the repository"],"targets":[],"template":"","title":"In the Elasticsearch console, add the repository of the source to the destination cluster"},{"effect":"read","id":"repository_added","line":72,"number":"1","prose":"","role":"verify","section":["Configure a shared OSS repository","Add the repository"],"targets":["destination"],"template":"GET /_snapshot/aliyun_snapshot_from_${source.instance}","title":"The destination knows the repository then, and the page may take its list from there","within":600000},{"effect":"read","id":"snapshots","line":85,"number":"1","prose":"A shared repository only shares. The restore is a request to the **destination**.\n\nList the snapshots of the source in the **destination**, and take the newest complete one:","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"GET /_cat/snapshots/aliyun_snapshot_from_${source.instance}?format=json&s=end_epoch","title":"List the snapshots of the source in the destination, and take the newest complete one"},{"effect":"read","id":"contents","line":96,"number":"2","prose":"The snapshot holds what is to be restored. System indices, whose names begin with `.`, stay out of it, or Kibana may\nbecome inaccessible. The list comes from the **destination** as well:","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"GET /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}","title":"The snapshot holds what is to be restored"},{"effect":"read","id":"state_before","line":115,"number":"3","prose":"No index that is restored is open on the **destination**: the restore replaces what a closed index holds, and fails at\nan open one. Which are open, unless all of them come from this snapshot already?","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"GET /_cat/indices?format=json&h=index,status\n\nGET /_recovery","title":"No index that is restored is open on the destination: the restore replaces what a closed index holds, and fails at an o…"},{"effect":"write","id":"close","line":131,"number":"4","prose":"Close them on the **destination**. Nobody can search them until they are restored.","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"POST /${in_the_way}/_close","title":"Close them on the destination"},{"effect":"destroy","id":"restore_one","line":139,"number":"5a","prose":"Restore, on the **destination**,\n\na single index:","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore\n{ \"indices\": \"${index}\" }\n","title":"a single index"},{"effect":"destroy","id":"restore_several","line":146,"number":"5b","prose":"Restore, on the **destination**,\n\nseveral indices:","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore\n{ \"indices\": ${indices} }\n","title":"several indices"},{"effect":"destroy","id":"restore_all","line":153,"number":"5c","prose":"Restore, on the **destination**,\n\nall indices but the system indices:","role":"run","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore\n{ \"indices\": \"*,-.*\", \"ignore_unavailable\": true }\n","title":"all indices but the system indices"},{"effect":"read","id":"restored","line":160,"number":"6","prose":"Wait until the **destination** has restored all shards:","role":"verify","section":["Configure a shared OSS repository","Restore indices"],"targets":["destination"],"template":"GET /_recovery","title":"Wait until the destination has restored all shards","within":1800000}],"targets":[{"address":"http://127.0.0.1:33575","identity":"aQCMrzODmG_kU-IOA5eu5X","kind":"elasticsearch","name":"source","product":"Elasticsearch 7.0.0 (cluster `source`)","properties":{"host":"127.0.0.1","instance":"es-cn-source","name":"source","port":33575,"transport":"127.0.0.1:19300","url":"http://127.0.0.1:33575"}},{"address":"http://127.0.0.1:42725","identity":"ZPo6SzqerdePpcbBHnvcZ_","kind":"elasticsearch","name":"destination","product":"Elasticsearch 7.0.0 (cluster `destination`)","properties":{"host":"127.0.0.1","instance":"es-cn-destination","name":"destination","port":42725,"transport":"127.0.0.1:19301","url":"http://127.0.0.1:42725"}}],"title":"Configure a shared OSS repository","tool":"0.1.0","user":"anna"}', '');
INSERT INTO events VALUES ('2026-11-30-50d2', 2, 1, 1796017157683, 'attempt-started', '{"attempt":1,"step":"fixture/documents"}', '4368e49a53e97937354f54e5fe2b0aec1553dd03435465def1c312096ee0859e');
INSERT INTO events VALUES ('2026-11-30-50d2', 3, 1, 1796017157690, 'action-sent', '{"action":{"content":"{\"index\":{\"_index\":\"file-2019-08-25\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"name\":\"a file\",\"size\":1}\n{\"index\":{\"_index\":\"kibana_sample_data_ecommerce\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"order\":1}\n{\"index\":{\"_index\":\"kibana_sample_data_logs\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"status\":200}\n{\"index\":{\"_index\":\".kibana_1\",\"_type\":\"_doc\",\"_id\":\"1\"}}\n{\"type\":\"config\"}\n","effect":"write","index":0,"target":"source","title":"POST /_bulk?refresh=true"},"step":"fixture/documents"}', '33021120bbe1604f9e497d580e5f6c397d2837fb910eee06742637fdc57f3de9');
INSERT INTO events VALUES ('2026-11-30-50d2', 4, 1, 1796017157698, 'action-answered', '{"answer":{"length":886,"ms":2,"sha256":"3ae5341763334f392173c50822bb0d8214dc1ab999cc5b35b8935040ab7a3850","status":200,"text":"{\"took\":1,\"errors\":false,\"items\":[{\"index\":{\"_index\":\"file-2019-08-25\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"forced_refresh\":true,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1,\"status\":201}},{\"index\":{\"_index\":\"kibana_sample_data_ecommerce\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"forced_refresh\":true,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1,\"status\":201}},{\"index\":{\"_index\":\"kibana_sample_data_logs\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"forced_refresh\":true,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1,\"status\":201}},{\"index\":{\"_index\":\".kibana_1\",\"_type\":\"_doc\",\"_id\":\"1\",\"_version\":1,\"result\":\"created\",\"forced_refresh\":true,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":0},\"_seq_no\":0,\"_primary_term\":1,\"status\":201}}]}"},"index":0,"step":"fixture/documents","target":"source"}', '05b50fc4d67b7af0fe45ee27ccfdbea71ac674256160f92b421e2fcab40b76f7');
INSERT INTO events VALUES ('2026-11-30-50d2', 5, 1, 1796017157698, 'step-passed', '{"step":"fixture/documents","values":{"captures":{}}}', 'f148a362d1008ce2886aa4da64815e2fdc0f72703532275982dc936f842b047b');
INSERT INTO events VALUES ('2026-11-30-50d2', 6, 1, 1796017157699, 'attempt-started', '{"attempt":1,"step":"fixture/prepare-a-shared-oss-repository/a62046dc"}', 'ce59b5ac007a6a8a2b89fc82986af10f1614a8ca598e132960f773afbb236524');
INSERT INTO events VALUES ('2026-11-30-50d2', 7, 1, 1796017157704, 'step-polled', '{"answer":{"length":71,"ms":0,"sha256":"b36e1b5e7a7682c5e76e83e81fa88bf985a37026c08a28e6af47ca2b7088c894","status":200,"text":"{\"count\":4,\"_shards\":{\"total\":4,\"successful\":4,\"skipped\":0,\"failed\":0}}"},"step":"fixture/prepare-a-shared-oss-repository/a62046dc","tries":1}', '6785b3a6e9380d1ce464167719372c59fd8488c85aac9d9b035de24bd767506d');
INSERT INTO events VALUES ('2026-11-30-50d2', 8, 1, 1796017157704, 'step-passed', '{"step":"fixture/prepare-a-shared-oss-repository/a62046dc","values":{"captures":{}}}', '642d6ecca3e0d1b8af7e215246b5dd9ff0591c036481122dbb4c4fd49e16d45a');
INSERT INTO events VALUES ('2026-11-30-50d2', 9, 1, 1796017157705, 'attempt-started', '{"attempt":1,"step":"fixture/repository"}', 'fa1e43ce6136bd88039e9dbcefd8209c92f4237dfc2464685588913780bf97d2');
INSERT INTO events VALUES ('2026-11-30-50d2', 10, 1, 1796017157705, 'action-sent', '{"action":{"content":"{ \"type\": \"fs\", \"settings\": { \"location\": \"aliyun_snapshot_from_es-cn-source\" } }\n","effect":"write","index":0,"target":"source","title":"PUT /_snapshot/aliyun_snapshot_from_es-cn-source"},"step":"fixture/repository"}', '787a2e968c9516bf774674d00d1cb7c3bd07c6a72e573d40d1fe746406d6c1de');
INSERT INTO events VALUES ('2026-11-30-50d2', 11, 1, 1796017157717, 'action-answered', '{"answer":{"length":21,"ms":1,"sha256":"d06de181e00f95b13dba28fafee631cbb8e0a3cc44387a783b766df3bf0feb5e","status":200,"text":"{\"acknowledged\":true}"},"index":0,"step":"fixture/repository","target":"source"}', '94e11e36263f7f3374a786995a8bd52179968181c08b1fd02b1840828f67f2f7');
INSERT INTO events VALUES ('2026-11-30-50d2', 12, 1, 1796017157717, 'step-passed', '{"step":"fixture/repository","values":{"captures":{}}}', '8330ae7a700aa4c6f25b83351f889c98e11393671521acdc6129a80dab125c3e');
INSERT INTO events VALUES ('2026-11-30-50d2', 13, 1, 1796017157717, 'attempt-started', '{"attempt":1,"step":"fixture/prepare-a-shared-oss-repository/2756fe1e"}', '5b9f51c234c95dbc0d62b68395d88876390bfaa0e0bcddfd668fa2a41f41e058');
INSERT INTO events VALUES ('2026-11-30-50d2', 14, 1, 1796017157718, 'step-polled', '{"answer":{"length":111,"ms":0,"sha256":"be704047e55b399fa91ef77a128eefeb61228064f76713a5e29ca08cea5fbdcc","status":200,"text":"{\"aliyun_snapshot_from_es-cn-source\":{\"type\":\"fs\",\"settings\":{\"location\":\"aliyun_snapshot_from_es-cn-source\"}}}"},"step":"fixture/prepare-a-shared-oss-repository/2756fe1e","tries":1}', '0362a4962e1a80a8296646f77fe0efa81f8108c20caf1467bd1d492547054e98');
INSERT INTO events VALUES ('2026-11-30-50d2', 15, 1, 1796017157718, 'step-passed', '{"step":"fixture/prepare-a-shared-oss-repository/2756fe1e","values":{"captures":{}}}', 'ec4664823e46117a7c41e7b45e6a8b167d391df27ae4ee2c3378a1baf435a629');
INSERT INTO events VALUES ('2026-11-30-50d2', 16, 1, 1796017157719, 'attempt-started', '{"attempt":1,"step":"fixture/snapshot"}', '356df628d255814c58af6b627748e31d8ef85b820bb84bdb173d0b4b7fe64c24');
INSERT INTO events VALUES ('2026-11-30-50d2', 17, 1, 1796017157719, 'action-sent', '{"action":{"content":"{ \"indices\": \"file-2019-08-25,kibana_sample_data_ecommerce,kibana_sample_data_logs,.kibana_1\" }\n","effect":"write","index":0,"target":"source","title":"PUT /_snapshot/aliyun_snapshot_from_es-cn-source/es-cn-source_20190705220000?wait_for_completion=true"},"step":"fixture/snapshot"}', '27264888a9457ba8beeea1d52d29b14b07bb28928c4c0542cb4b5820ec72c479');
INSERT INTO events VALUES ('2026-11-30-50d2', 18, 1, 1796017157728, 'action-answered', '{"answer":{"length":506,"ms":1,"sha256":"1b682b957ae43e91ba8541a3730bde2c3bd606831d09e167b4e45472baf59e25","status":200,"text":"{\"snapshot\":{\"snapshot\":\"es-cn-source_20190705220000\",\"uuid\":\"9MltEFiEEyoEzFhNY1U1ys\",\"version_id\":7000099,\"version\":\"7.0.0\",\"indices\":[\".kibana_1\",\"file-2019-08-25\",\"kibana_sample_data_ecommerce\",\"kibana_sample_data_logs\"],\"include_global_state\":true,\"state\":\"SUCCESS\",\"start_time\":\"2026-11-30T05:39:17.318Z\",\"start_time_in_millis\":1796017157318,\"end_time\":\"2026-11-30T05:39:17.358Z\",\"end_time_in_millis\":1796017157358,\"duration_in_millis\":40,\"failures\":[],\"shards\":{\"total\":4,\"failed\":0,\"successful\":4}}}"},"index":0,"step":"fixture/snapshot","target":"source"}', 'aa1f581edf70e4735f990240f0837dc968413fe31a32926669ea634b12cfa614');
INSERT INTO events VALUES ('2026-11-30-50d2', 19, 1, 1796017157729, 'step-passed', '{"step":"fixture/snapshot","values":{"captures":{}}}', '5b70dbe222b99c8fcdf310e0ab3da9a8ed47ed0af8aa058ab917387c0f960298');
INSERT INTO events VALUES ('2026-11-30-50d2', 20, 1, 1796017157729, 'attempt-started', '{"attempt":1,"step":"fixture/prepare-a-shared-oss-repository/a84b1dd0"}', '93f97afd9350034026d0be5c95423757f669088e982c73ebf168a9f1cf9bce9b');
INSERT INTO events VALUES ('2026-11-30-50d2', 21, 1, 1796017157732, 'step-polled', '{"answer":{"length":509,"ms":0,"sha256":"626f802e095d2a848e0e81ef1dfde28861d89ba05ff831b718fea5aa30744082","status":200,"text":"{\"snapshots\":[{\"snapshot\":\"es-cn-source_20190705220000\",\"uuid\":\"9MltEFiEEyoEzFhNY1U1ys\",\"version_id\":7000099,\"version\":\"7.0.0\",\"indices\":[\".kibana_1\",\"file-2019-08-25\",\"kibana_sample_data_ecommerce\",\"kibana_sample_data_logs\"],\"include_global_state\":true,\"state\":\"SUCCESS\",\"start_time\":\"2026-11-30T05:39:17.318Z\",\"start_time_in_millis\":1796017157318,\"end_time\":\"2026-11-30T05:39:17.358Z\",\"end_time_in_millis\":1796017157358,\"duration_in_millis\":40,\"failures\":[],\"shards\":{\"total\":4,\"failed\":0,\"successful\":4}}]}"},"step":"fixture/prepare-a-shared-oss-repository/a84b1dd0","tries":1}', '075ac1145e6e3cd14d63e9405c7830c9c231392203cf701d11222505914da479');
INSERT INTO events VALUES ('2026-11-30-50d2', 22, 1, 1796017157732, 'step-passed', '{"step":"fixture/prepare-a-shared-oss-repository/a84b1dd0","values":{"captures":{}}}', '28dd0d88bcb989784ad2a91e1395000df8b873a2802da6f7cea8b509d6f45c1a');
INSERT INTO events VALUES ('2026-11-30-50d2', 23, 1, 1796017157777, 'attempt-started', '{"attempt":1,"step":"fixture/shared"}', '0048c0c29f14c9ff28a229a72ff97f0efc81ce3d958dfb0d08b95759f1a9d4f5');
INSERT INTO events VALUES ('2026-11-30-50d2', 24, 1, 1796017157777, 'action-sent', '{"action":{"content":"{\n  \"type\": \"fs\",\n  \"settings\": { \"location\": \"aliyun_snapshot_from_es-cn-source\", \"readonly\": true }\n}\n","effect":"write","index":0,"target":"destination","title":"PUT /_snapshot/aliyun_snapshot_from_es-cn-source"},"step":"fixture/shared"}', '32912e4b42a60ad0f2b5e9fa11d9593bfd6308062d110143efc08b96c510df1a');
INSERT INTO events VALUES ('2026-11-30-50d2', 25, 1, 1796017157785, 'action-answered', '{"answer":{"length":21,"ms":0,"sha256":"d06de181e00f95b13dba28fafee631cbb8e0a3cc44387a783b766df3bf0feb5e","status":200,"text":"{\"acknowledged\":true}"},"index":0,"step":"fixture/shared","target":"destination"}', '7e9a9e535612854d2dce1d3e02a8d864b7c9ca49e6c3ddff97d542f9a49e2838');
INSERT INTO events VALUES ('2026-11-30-50d2', 26, 1, 1796017157785, 'step-passed', '{"step":"fixture/shared","values":{"captures":{}}}', 'ff423b4267c73b4c9e9ddee412dbfe3418f3ebac892bebd6588423c618e7cdcc');
INSERT INTO events VALUES ('2026-11-30-50d2', 27, 1, 1796017157788, 'attempt-started', '{"attempt":1,"step":"fixture/prepare-a-shared-oss-repository/763ca041"}', 'f284346a2653382ed75fc050f1c15374b555f84912e5fce9b2afe428f96539fa');
INSERT INTO events VALUES ('2026-11-30-50d2', 28, 1, 1796017157788, 'step-polled', '{"answer":{"length":129,"ms":0,"sha256":"c519114c3693d0e43064b57ae1ad300ea2aeb5b81838d6bcc4731a9e3de567cb","status":200,"text":"{\"aliyun_snapshot_from_es-cn-source\":{\"type\":\"fs\",\"settings\":{\"location\":\"aliyun_snapshot_from_es-cn-source\",\"readonly\":\"true\"}}}"},"step":"fixture/prepare-a-shared-oss-repository/763ca041","tries":1}', 'ca0df2497f7600d494b7f5bedcc92158c372ab09d5b90a4b77e0f589c19f7d76');
INSERT INTO events VALUES ('2026-11-30-50d2', 29, 1, 1796017157788, 'step-passed', '{"step":"fixture/prepare-a-shared-oss-repository/763ca041","values":{"captures":{}}}', 'a355dcebaaf32f75eda43ac822ffb68e086f066a688eddad4b9c2a71b93fc23f');
INSERT INTO events VALUES ('2026-11-30-50d2', 30, 1, 1796017157789, 'attempt-started', '{"attempt":1,"step":"describe_source"}', 'e5879532ff98e12be35f0b2063e559853ae71fbe33eb6c6ed5b53cdadbdc1f88');
INSERT INTO events VALUES ('2026-11-30-50d2', 31, 1, 1796017157789, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"source","title":"GET /"},"step":"describe_source"}', 'dda5bb53e32eafd814eb860ebffc9c90ea6e755e55361829ebada4dfb69ba71b');
INSERT INTO events VALUES ('2026-11-30-50d2', 32, 1, 1796017157789, 'action-answered', '{"answer":{"length":493,"ms":0,"sha256":"a4a6429de5ffaf13d54113dfea930d6332b3386ed1420c88a1b11d17be8480d2","status":200,"text":"{\n  \"name\" : \"source-0\",\n  \"cluster_name\" : \"source\",\n  \"cluster_uuid\" : \"aQCMrzODmG_kU-IOA5eu5X\",\n  \"version\" : {\n    \"number\" : \"7.0.0\",\n    \"build_flavor\" : \"default\",\n    \"build_type\" : \"tar\",\n    \"build_hash\" : \"b7e28a7\",\n    \"build_date\" : \"2019-04-05T22:55:32.697037Z\",\n    \"build_snapshot\" : false,\n    \"lucene_version\" : \"8.0.0\",\n    \"minimum_wire_compatibility_version\" : \"6.7.0\",\n    \"minimum_index_compatibility_version\" : \"6.0.0-beta1\"\n  },\n  \"tagline\" : \"You Know, for Search\"\n}\n"},"index":0,"step":"describe_source","target":"source"}', '3dcddfd86bef10d8d59fe2703d70fab315b73e6bba4d643b191b134dc5fff705');
INSERT INTO events VALUES ('2026-11-30-50d2', 33, 1, 1796017157790, 'step-passed', '{"step":"describe_source","values":{"captures":{},"result":{"cluster_name":"source","cluster_uuid":"aQCMrzODmG_kU-IOA5eu5X","name":"source-0","tagline":"You Know, for Search","version":{"build_date":"2019-04-05T22:55:32.697037Z","build_flavor":"default","build_hash":"b7e28a7","build_snapshot":false,"build_type":"tar","lucene_version":"8.0.0","minimum_index_compatibility_version":"6.0.0-beta1","minimum_wire_compatibility_version":"6.7.0","number":"7.0.0"}}}}', '3e371515f682066275269b6d02e7bef2f47bab9e5bf51b10b56e5dc43f8a8cd8');
INSERT INTO events VALUES ('2026-11-30-50d2', 34, 1, 1796017157790, 'attempt-started', '{"attempt":1,"step":"describe_destination"}', 'cf6f00eeef0b5a623a1f4f131a3f60a3fb4114fa763538920812829072c13782');
INSERT INTO events VALUES ('2026-11-30-50d2', 35, 1, 1796017157790, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"destination","title":"GET /"},"step":"describe_destination"}', 'ab9a13320515b4feb45911cb8c486d23fcbee7d8c87842f032b30de454ef6f28');
INSERT INTO events VALUES ('2026-11-30-50d2', 36, 1, 1796017157790, 'action-answered', '{"answer":{"length":503,"ms":0,"sha256":"3f749407e3d67fd607914b4e01b477c873030271edbfbd5e27d600d6d95b388d","status":200,"text":"{\n  \"name\" : \"destination-0\",\n  \"cluster_name\" : \"destination\",\n  \"cluster_uuid\" : \"ZPo6SzqerdePpcbBHnvcZ_\",\n  \"version\" : {\n    \"number\" : \"7.0.0\",\n    \"build_flavor\" : \"default\",\n    \"build_type\" : \"tar\",\n    \"build_hash\" : \"b7e28a7\",\n    \"build_date\" : \"2019-04-05T22:55:32.697037Z\",\n    \"build_snapshot\" : false,\n    \"lucene_version\" : \"8.0.0\",\n    \"minimum_wire_compatibility_version\" : \"6.7.0\",\n    \"minimum_index_compatibility_version\" : \"6.0.0-beta1\"\n  },\n  \"tagline\" : \"You Know, for Search\"\n}\n"},"index":0,"step":"describe_destination","target":"destination"}', 'e171b6b971ee93b0ec825194046f274c4292691da7f3df1031f9befb93628bff');
INSERT INTO events VALUES ('2026-11-30-50d2', 37, 1, 1796017157791, 'step-passed', '{"step":"describe_destination","values":{"captures":{}}}', 'c804937de16e3664345a07ad52d18fe983db07d9a181b40ef9d6299a67550993');
INSERT INTO events VALUES ('2026-11-30-50d2', 38, 1, 1796017157792, 'step-skipped', '{"detail":"`$describe_source.version.number == \"6.7.0\"` does not hold","reason":"when","step":"before-you-start/7225e647"}', '98ffdbb0dd82c9d230e70c640fcaabb6552584fb61ce577c59b177e036c2a6ae');
INSERT INTO events VALUES ('2026-11-30-50d2', 39, 1, 1796017157792, 'step-satisfied', '{"check":"repository_added","step":"add-the-repository/b608215a","values":{"captures":{}}}', '6f663288637a1667795320e51be9a7606f0229cc2610fc65dec104ca77e18dda');
INSERT INTO events VALUES ('2026-11-30-50d2', 40, 1, 1796017157793, 'attempt-started', '{"attempt":1,"step":"repository_added"}', '5698f5ed639f80d2668960a2f491971c86b84c3267eaf1678a8c3ccd22150d6a');
INSERT INTO events VALUES ('2026-11-30-50d2', 41, 1, 1796017157793, 'step-polled', '{"answer":{"length":129,"ms":0,"sha256":"c519114c3693d0e43064b57ae1ad300ea2aeb5b81838d6bcc4731a9e3de567cb","status":200,"text":"{\"aliyun_snapshot_from_es-cn-source\":{\"type\":\"fs\",\"settings\":{\"location\":\"aliyun_snapshot_from_es-cn-source\",\"readonly\":\"true\"}}}"},"step":"repository_added","tries":1}', '05e735a4f503b1b679557d7ca48c7503677eb3e2f22118e273d94b5b7db42213');
INSERT INTO events VALUES ('2026-11-30-50d2', 42, 1, 1796017157793, 'step-passed', '{"step":"repository_added","values":{"captures":{}}}', 'fdba87310d6cb914a1c808166a1beffbfd91866e23539e4f110881708cd1386b');
INSERT INTO events VALUES ('2026-11-30-50d2', 43, 1, 1796017157796, 'attempt-started', '{"attempt":1,"step":"snapshots"}', '1db137f9ac506727163e0bd29b45c89ad2091da4fa2ad1a14a46be99bd72ac66');
INSERT INTO events VALUES ('2026-11-30-50d2', 44, 1, 1796017157796, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"destination","title":"GET /_cat/snapshots/aliyun_snapshot_from_es-cn-source?format=json&s=end_epoch"},"step":"snapshots"}', 'fa4b62b6e0a0cde52de67217c4a436d851db205af28f813a8f7205814bae64c0');
INSERT INTO events VALUES ('2026-11-30-50d2', 45, 1, 1796017157797, 'action-answered', '{"answer":{"length":250,"ms":0,"sha256":"125c64d4af486c230b558af411afc4921b9782c2974fe3f308247e95caaab285","status":200,"text":"[{\"id\":\"es-cn-source_20190705220000\",\"status\":\"SUCCESS\",\"start_epoch\":\"1796017157\",\"start_time\":\"05:39:17\",\"end_epoch\":\"1796017157\",\"end_time\":\"05:39:17\",\"duration\":\"40ms\",\"indices\":\"4\",\"successful_shards\":\"4\",\"failed_shards\":\"0\",\"total_shards\":\"4\"}]"},"index":0,"step":"snapshots","target":"destination"}', '22c41a542296e2b300880699bbd5413ae47f3efad799b677a37285c778f2e5f7');
INSERT INTO events VALUES ('2026-11-30-50d2', 46, 1, 1796017157797, 'step-passed', '{"step":"snapshots","values":{"captures":{"snapshot":"es-cn-source_20190705220000"}}}', 'adb7d1a55e1d4c152fbc785193ed4002ebc4473fe4ffee1740712ccef3a6322f');
INSERT INTO events VALUES ('2026-11-30-50d2', 47, 1, 1796017157798, 'attempt-started', '{"attempt":1,"step":"contents"}', 'b2ce80e95736d78a2672e25109be9580d27a630f219a0812d2d2fab4fa5d8aee');
INSERT INTO events VALUES ('2026-11-30-50d2', 48, 1, 1796017157798, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"destination","title":"GET /_snapshot/aliyun_snapshot_from_es-cn-source/es-cn-source_20190705220000"},"step":"contents"}', 'a5d9e441f643368c2e5de0a3b7ae88d2de8628c1bdc396ef20c27a2239e609ef');
INSERT INTO events VALUES ('2026-11-30-50d2', 49, 1, 1796017157798, 'action-answered', '{"answer":{"length":509,"ms":0,"sha256":"626f802e095d2a848e0e81ef1dfde28861d89ba05ff831b718fea5aa30744082","status":200,"text":"{\"snapshots\":[{\"snapshot\":\"es-cn-source_20190705220000\",\"uuid\":\"9MltEFiEEyoEzFhNY1U1ys\",\"version_id\":7000099,\"version\":\"7.0.0\",\"indices\":[\".kibana_1\",\"file-2019-08-25\",\"kibana_sample_data_ecommerce\",\"kibana_sample_data_logs\"],\"include_global_state\":true,\"state\":\"SUCCESS\",\"start_time\":\"2026-11-30T05:39:17.318Z\",\"start_time_in_millis\":1796017157318,\"end_time\":\"2026-11-30T05:39:17.358Z\",\"end_time_in_millis\":1796017157358,\"duration_in_millis\":40,\"failures\":[],\"shards\":{\"total\":4,\"failed\":0,\"successful\":4}}]}"},"index":0,"step":"contents","target":"destination"}', '98dad6d28a87f5f4015e1aea0c8435034edf20898c9504e41af9c0a57239d267');
INSERT INTO events VALUES ('2026-11-30-50d2', 50, 1, 1796017157800, 'step-passed', '{"step":"contents","values":{"captures":{"wanted":["file-2019-08-25"]}}}', '7dfe7934de8c1807da7004418b81deb158acc6ed1d6c0b9834e1e5f8a50beb61');
INSERT INTO events VALUES ('2026-11-30-50d2', 51, 1, 1796017157800, 'attempt-started', '{"attempt":1,"step":"state_before"}', 'ad15ae6dfb90f706eb1c7a97421b1f40e43e088ef35f8ef5282a82db35142395');
INSERT INTO events VALUES ('2026-11-30-50d2', 52, 1, 1796017157800, 'action-sent', '{"action":{"content":"","effect":"read","index":0,"target":"destination","title":"GET /_cat/indices?format=json&h=index,status"},"step":"state_before"}', '51f37e1b1d259339292f3f976f6c8dc612379031d485aa49ed93a5ddfb519e4c');
INSERT INTO events VALUES ('2026-11-30-50d2', 53, 1, 1796017157801, 'action-answered', '{"answer":{"length":2,"ms":1,"sha256":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","status":200,"text":"[]"},"index":0,"step":"state_before","target":"destination"}', '433a2049eef16e82278f3e4e801da4f41bdde0176a3c6b244d4dd1fcc08ae17b');
INSERT INTO events VALUES ('2026-11-30-50d2', 54, 1, 1796017157803, 'action-sent', '{"action":{"content":"","effect":"read","index":1,"target":"destination","title":"GET /_recovery"},"step":"state_before"}', 'bfd77539cc27ef00978cef64b007a590c6c80e3bdbeabef3428efa16885ac646');
INSERT INTO events VALUES ('2026-11-30-50d2', 55, 1, 1796017157804, 'action-answered', '{"answer":{"length":2,"ms":0,"sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","status":200,"text":"{}"},"index":1,"step":"state_before","target":"destination"}', '647a6dc4d321906dc9060b532faea6bb9b9f36f2f4a814f3a0c4c6010ea3a07d');
INSERT INTO events VALUES ('2026-11-30-50d2', 56, 1, 1796017157805, 'step-passed', '{"step":"state_before","values":{"captures":{"in_the_way":""}}}', 'c0e7f5de0c059640c873b1463374124fede1af1eb5b2fc3ec0315e5c18803536');
INSERT INTO events VALUES ('2026-11-30-50d2', 57, 1, 1796017157805, 'step-skipped', '{"detail":"`$in_the_way != \"\"` does not hold","reason":"when","step":"close"}', '5f604da2bc5625f3f33de49bf7a28ead948e1f3fee1ad17856ad419643f95d0f');
INSERT INTO events VALUES ('2026-11-30-50d2', 58, 1, 1796017157806, 'step-asked', '{"question":{"actions":["destination: POST /_snapshot/aliyun_snapshot_from_es-cn-source/es-cn-source_20190705220000/_restore"],"digest":"7de24f473af44a87b37155c422038548cee3e4ea3c038cc9a53190fb1ab89618","kinds":["confirm","destroy"],"text":"Restore file-2019-08-25 from es-cn-source_20190705220000?","typed":"destination"},"step":"restore_one"}', 'f6e58c024304dafef5fb0db573d0bb1ea3a5a446078da47af7ddf72bcc3a86bf');
INSERT INTO events VALUES ('2026-11-30-50d2', 59, 1, 1796017157820, 'step-answered', '{"answer":"go","by":"anna","digest":"7de24f473af44a87b37155c422038548cee3e4ea3c038cc9a53190fb1ab89618","step":"restore_one","via":"--yes"}', 'a94cfd38aa3315322158e5c4afd09826f2bb6ba8284bc81cb7e5a544041363b5');
INSERT INTO events VALUES ('2026-11-30-50d2', 60, 1, 1796017157832, 'attempt-started', '{"attempt":1,"step":"restore_one"}', 'fbbe4ac8f3c4c4652a7c795a27257cba2d961c2b18602f04481056dcf4303073');
INSERT INTO events VALUES ('2026-11-30-50d2', 61, 1, 1796017157832, 'action-sent', '{"action":{"content":"{ \"indices\": \"file-2019-08-25\" }\n","effect":"destroy","index":0,"target":"destination","title":"POST /_snapshot/aliyun_snapshot_from_es-cn-source/es-cn-source_20190705220000/_restore"},"step":"restore_one"}', '631b321adb7b2daf818e31175fbee93f9dd45a75d9daf226f842984e0a04b580');
INSERT INTO events VALUES ('2026-11-30-50d2', 62, 1, 1796017157849, 'action-answered', '{"answer":{"length":17,"ms":5,"sha256":"11a49f853eb8befe94fef278d487125cd20930b9e41c4c0934394443e7f00878","status":200,"text":"{\"accepted\":true}"},"index":0,"step":"restore_one","target":"destination"}', '4d888687941dda0137e0b8c14400cb7ed7a5f5502b61a2e16ca139fe3f3b3f15');
INSERT INTO events VALUES ('2026-11-30-50d2', 63, 1, 1796017157849, 'step-passed', '{"step":"restore_one","values":{"captures":{}}}', 'c0066fae707c17fc7c9f4002c1555fc4e859a98b31490a1996cd28183904e71f');
INSERT INTO events VALUES ('2026-11-30-50d2', 64, 1, 1796017157849, 'step-skipped', '{"detail":"`restore` is `one`","reason":"not-chosen","step":"restore_several"}', 'e9365486cb5c4f34af0ab09363fcd52fc998036f363efa124e0d2d56e800372b');
INSERT INTO events VALUES ('2026-11-30-50d2', 65, 1, 1796017157850, 'step-skipped', '{"detail":"`restore` is `one`","reason":"not-chosen","step":"restore_all"}', '9cc2e77907c2db64fe576bd06ed5e7027b3b659047df6ed59fb81ab2d6bde761');
INSERT INTO events VALUES ('2026-11-30-50d2', 66, 1, 1796017157850, 'attempt-started', '{"attempt":1,"step":"restored"}', 'aa911f86fde02c130c948b2503d1d9ae4c82d01d3cc5288d4311c9b3aae99fd3');
INSERT INTO events VALUES ('2026-11-30-50d2', 67, 1, 1796017157851, 'step-polled', '{"answer":{"length":905,"ms":0,"sha256":"44f33d4ca2bad374e6873a001fc7cf166ff4fd75ad735470b38c541b38323482","status":200,"text":"{\"file-2019-08-25\":{\"shards\":[{\"id\":0,\"type\":\"SNAPSHOT\",\"stage\":\"INDEX\",\"primary\":true,\"start_time_in_millis\":1796017157318,\"total_time_in_millis\":0,\"source\":{\"repository\":\"aliyun_snapshot_from_es-cn-source\",\"snapshot\":\"es-cn-source_20190705220000\",\"version\":\"7.0.0\",\"index\":\"file-2019-08-25\",\"restoreUUID\":\"yZIBzT6HMEaNwIfnpqKcXP\"},\"target\":{\"id\":\"X6v5jsLgoYJ59Tdx680BJE\",\"host\":\"127.0.0.1\",\"transport_address\":\"127.0.0.1:19301\",\"ip\":\"127.0.0.1\",\"name\":\"destination-0\"},\"index\":{\"size\":{\"total_in_bytes\":2882,\"reused_in_bytes\":0,\"recovered_in_bytes\":0,\"percent\":\"0.0%\"},\"files\":{\"total\":4,\"reused\":0,\"recovered\":0,\"percent\":\"0.0%\"},\"total_time_in_millis\":0,\"source_throttle_time_in_millis\":0,\"target_throttle_time_in_millis\":0},\"translog\":{\"recovered\":0,\"total\":0,\"percent\":\"100.0%\",\"total_on_start\":0,\"total_time_in_millis\":0},\"verify_index\":{\"check_index_time_in_millis\":0,\"total_time_in_millis\":0}}]}}"},"step":"restored","tries":1,"unmet":{"code":"assert/unmet","command":"curl -sS -X GET ''http://127.0.0.1:42725/_recovery''","differences":[{"actual":"false","expected":"true","path":". as $recovery | all($wanted[]; $recovery[.].shards // [{}]\n| all(.type == \"SNAPSHOT\" and .source.snapshot == $snapshot and .stage == \"DONE\"))"}],"line":165,"message":"the test does not hold","request":"GET /_recovery","target":"destination"}}', '948e882cfeab7c49d839adfa3544b60669ef3e54c25e479d8ff4b21498f6e8ab');
INSERT INTO events VALUES ('2026-11-30-50d2', 68, 1, 1796017157930, 'step-polled', '{"answer":{"length":949,"ms":0,"sha256":"94ca0ae669420618fa39d34bb6387036b92524da163fb75776dcd2f0c548b8ab","status":200,"text":"{\"file-2019-08-25\":{\"shards\":[{\"id\":0,\"type\":\"SNAPSHOT\",\"stage\":\"DONE\",\"primary\":true,\"start_time_in_millis\":1796017157318,\"stop_time_in_millis\":1796017157338,\"total_time_in_millis\":20,\"source\":{\"repository\":\"aliyun_snapshot_from_es-cn-source\",\"snapshot\":\"es-cn-source_20190705220000\",\"version\":\"7.0.0\",\"index\":\"file-2019-08-25\",\"restoreUUID\":\"yZIBzT6HMEaNwIfnpqKcXP\"},\"target\":{\"id\":\"X6v5jsLgoYJ59Tdx680BJE\",\"host\":\"127.0.0.1\",\"transport_address\":\"127.0.0.1:19301\",\"ip\":\"127.0.0.1\",\"name\":\"destination-0\"},\"index\":{\"size\":{\"total_in_bytes\":2882,\"reused_in_bytes\":0,\"recovered_in_bytes\":2882,\"percent\":\"100.0%\"},\"files\":{\"total\":4,\"reused\":0,\"recovered\":4,\"percent\":\"100.0%\"},\"total_time_in_millis\":20,\"source_throttle_time_in_millis\":0,\"target_throttle_time_in_millis\":0},\"translog\":{\"recovered\":0,\"total\":0,\"percent\":\"100.0%\",\"total_on_start\":0,\"total_time_in_millis\":0},\"verify_index\":{\"check_index_time_in_millis\":0,\"total_time_in_millis\":0}}]}}"},"step":"restored","tries":2}', '7ec533ceee4e72882ad798a98fec7ff636e2497bd85eaecb0d062560146df2f2');
INSERT INTO events VALUES ('2026-11-30-50d2', 69, 1, 1796017157930, 'step-passed', '{"step":"restored","values":{"captures":{}}}', 'c7703267f7d4b939448035e4f270fe9264e4615eee19e0a3c8f0c580074853e8');
INSERT INTO events VALUES ('2026-11-30-50d2', 70, 1, 1796017157931, 'run-finished', '{"state":"passed"}', 'fd89f13f35a72c6a9c9c537202f63926057388c6de570017b13809dce5132a31');
INSERT INTO blobs VALUES ('bfb6b1f5f800353f9b93c9ad15517557fe98c11cc3f2ee9e39aaf4a3731111ce', CAST('# Configure a shared OSS repository

The automatic snapshots of one Alibaba Cloud Elasticsearch cluster can be shown to another one as a *shared OSS
repository*. This runbook adds the repository of the *source* cluster to the *destination* cluster, and restores indices
from its newest complete snapshot.

```yaml runbook
version: 1
targets:
  source:      { kind: elasticsearch, description: the cluster whose automatic snapshots are used }
  destination: { kind: elasticsearch, description: the cluster to restore into }
fixture: fixtures/shared-oss-repository.md
parameters:
  restore:
    description: What to restore
    enum: [one, several, all]
    default: one
  index:
    description: The index, when one is restored
    type: string
    pattern: "^[a-z0-9][a-z0-9_-]*$"
    default: file-2019-08-25
  indices:
    description: The indices, when several are restored
    type: array
    items: { type: string, pattern: "^[a-z0-9][a-z0-9_-]*$" }
    minItems: 1
    default: [kibana_sample_data_ecommerce, kibana_sample_data_logs]
```

## Before you start

Both clusters are in the same region and belong to the same Alibaba Cloud account. The Auto Snapshot feature of the source
has made a snapshot at least once.

1. Ask the **source** for its version:

   ```console run on=source id=describe_source
   GET /
   ```

2. The **destination** is of the same version or a later one, because a cluster cannot read the repository of a later
   one:

   ```console run on=destination id=describe_destination
   GET /
   ```

   ```jq assert
   def version: split(".") | map(tonumber);
     (.version.number | version) >= ($describe_source.version.number | version)
   ```

   A repository of an earlier version may still hold indices that the destination cannot read: an index of 5.5.3 with
   several document types cannot be restored by 6.7.0.

3. [ ] Both are 6.7.0 of the Standard Edition: the kernel of the destination is the latest one, or later than that of the
   source. <!-- runbook: when=''$describe_source.version.number == "6.7.0"'' -->

## Add the repository

1. [ ] In the Elasticsearch console, add the repository of the source to the **destination** cluster:

   - Select the region, open **Elasticsearch Clusters**, and click the ID of the *destination* cluster.
   - Open **Snapshots**. In the section **Shared OSS Repositories** click **Create Now**, or **Create Shared Repository**
     when it is not the first one.
   - Select the *source* cluster and click **OK**. The page then shows the cluster that owns the repository, and the
     repository''s state.

   The **destination** knows the repository then, and the page may take its list from there:

   ```console verify on=destination id=repository_added within=10m every=5s
   GET /_snapshot/aliyun_snapshot_from_${source.instance}
   ```

When the console cannot load the list of repositories, the cluster is being changed, is abnormal, or is busy: the
console asks the cluster for it. `GET /_snapshot`, sent to the destination, lists all repositories too.

## Restore indices

A shared repository only shares. The restore is a request to the **destination**.

1. List the snapshots of the source in the **destination**, and take the newest complete one:

   ```console run on=destination id=snapshots
   GET /_cat/snapshots/aliyun_snapshot_from_${source.instance}?format=json&s=end_epoch
   ```

   ```jq capture
   snapshot = [.[] | select(.status == "SUCCESS") | .id] | last // error("no complete snapshot")
   ```

2. The snapshot holds what is to be restored. System indices, whose names begin with `.`, stay out of it, or Kibana may
   become inaccessible. The list comes from the **destination** as well:

   ```console run on=destination id=contents
   GET /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}
   ```

   ```jq capture
   wanted = .snapshots[0].indices | map(select(startswith(".") | not))
     | if $restore == "one" then map(select(. == $index))
       elif $restore == "several" then map(select(IN($indices[]))) else . end
   ```

   ```jq assert
   ($wanted | length) == if $restore == "one" then 1 elif $restore == "several" then ($indices | length)
     else ($wanted | length) end
   $wanted != []
   ```

3. No index that is restored is open on the **destination**: the restore replaces what a closed index holds, and fails at
   an open one. Which are open, unless all of them come from this snapshot already?

   ```console run on=destination id=state_before
   GET /_cat/indices?format=json&h=index,status
   GET /_recovery
   ```

   ```jq capture
   in_the_way = . as [$now, $recovery]
     | [$now[] | select(.status == "open") | .index | select(IN($wanted[]))]
     | if all($wanted[]; $recovery[.].shards // [{}]
         | all(.type == "SNAPSHOT" and .source.snapshot == $snapshot)) then [] else . end
     | join(",")
   ```

4. Close them on the **destination**. Nobody can search them until they are restored.
   <!-- runbook: when=''$in_the_way != ""'' -->

   ```console run on=destination id=close again=yes confirm="Close ${in_the_way} and replace what they hold?"
   POST /${in_the_way}/_close
   ```

5. Restore, on the **destination**,

   - a single index: <!-- runbook: if=restore:one -->

     ```console run on=destination id=restore_one unless=restored confirm="Restore ${index} from ${snapshot}?"
     POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore
     { "indices": "${index}" }
     ```

   - several indices: <!-- runbook: if=restore:several -->

     ```console run on=destination id=restore_several unless=restored confirm="Restore ${indices} from ${snapshot}?"
     POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore
     { "indices": ${indices} }
     ```

   - all indices but the system indices: <!-- runbook: if=restore:all -->

     ```console run on=destination id=restore_all unless=restored confirm="Restore all indices but the system indices from ${snapshot}?"
     POST /_snapshot/aliyun_snapshot_from_${source.instance}/${snapshot}/_restore
     { "indices": "*,-.*", "ignore_unavailable": true }
     ```

6. Wait until the **destination** has restored all shards:

   ```console verify on=destination id=restored within=30m every=5s
   GET /_recovery
   ```

   ```jq assert
   . as $recovery | all($wanted[]; $recovery[.].shards // [{}]
     | all(.type == "SNAPSHOT" and .source.snapshot == $snapshot and .stage == "DONE"))
   ```

## Roll back

A restored index is deleted like any other; what a closed index of its name held before is lost.

```console text
DELETE /file-2019-08-25
```
' AS BLOB));
INSERT INTO blobs VALUES ('2a003b765a20042a8daff3172f81be1a4a645a97715f2d755b295d98c457e013', CAST('# Prepare a shared OSS repository

What [the runbook](../shared-oss-repository.md) finds in a cloud account, in clusters that may lose everything: indices on
the **source**, a snapshot of them, and the repository in both clusters. Here the repository is a folder that both can
reach. Each step looks first, so that it can be repeated.

```yaml runbook
version: 1
targets:
  source:      { kind: elasticsearch, description: the cluster whose automatic snapshots are used }
  destination: { kind: elasticsearch, description: the cluster to restore into }
parameters:
  index:   { type: string, default: file-2019-08-25 }
  indices: { type: array, items: { type: string }, default: [kibana_sample_data_ecommerce, kibana_sample_data_logs] }
```

1. Write documents to the **source**, and one to a system index:

   ```console run on=source id=documents unless
   POST /_bulk?refresh=true
   {"index":{"_index":"${index}","_type":"_doc","_id":"1"}}
   {"name":"a file","size":1}
   {"index":{"_index":"${indices[0]}","_type":"_doc","_id":"1"}}
   {"order":1}
   {"index":{"_index":"${indices[1]}","_type":"_doc","_id":"1"}}
   {"status":200}
   {"index":{"_index":".kibana_1","_type":"_doc","_id":"1"}}
   {"type":"config"}
   ```

   ```console verify on=source within=10s
   GET /${index},${indices[0]},${indices[1]},.kibana_1/_count
   ```

   ```jq assert
   .count >= 4
   ```

2. Add the repository to the **source**:

   ```console run on=source id=repository unless
   PUT /_snapshot/aliyun_snapshot_from_${source.instance}
   { "type": "fs", "settings": { "location": "aliyun_snapshot_from_${source.instance}" } }
   ```

   ```console verify on=source within=10s
   GET /_snapshot/aliyun_snapshot_from_${source.instance}
   ```

3. Make a snapshot, named as automatic ones are, on the **source**:

   ```console run on=source id=snapshot unless
   PUT /_snapshot/aliyun_snapshot_from_${source.instance}/${source.instance}_20190705220000?wait_for_completion=true
   { "indices": "${index},${indices[0]},${indices[1]},.kibana_1" }
   ```

   ```console verify on=source within=30s
   GET /_snapshot/aliyun_snapshot_from_${source.instance}/${source.instance}_20190705220000
   ```

   ```json expect
   { "snapshots": [ { "state": "SUCCESS" } ] }
   ```

4. Show it to the **destination**, which may only read it:

   ```console run on=destination id=shared unless
   PUT /_snapshot/aliyun_snapshot_from_${source.instance}
   {
     "type": "fs",
     "settings": { "location": "aliyun_snapshot_from_${source.instance}", "readonly": true }
   }
   ```

   ```console verify on=destination within=10s
   GET /_snapshot/aliyun_snapshot_from_${source.instance}
   ```
' AS BLOB));
