import OrderedJSON
import Testing

struct CatTests {
    @Test func nodes() {
        #expect(
            TwoClusters().send("GET", "/_cat/nodes?v&h=ip,name,master,node.role,port").text
                == "ip        name     master node.role port\n127.0.0.1 leader-0 *      mdi       19300\n")
    }

    @Test func closedIndicesAreBlank() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/open", #"{"settings":{"number_of_replicas":0}}"#)
        clusters.send("PUT", "/shut")
        clusters.send("POST", "/shut/_close")
        #expect(
            clusters.send("GET", "/_cat/indices?v&s=index&h=health,status,index,pri,docs.count").text
                == "health status index pri docs.count\ngreen  open   open    1          0\n       close  shut                \n"
        )
    }

    @Test func json() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("GET", "/_cat/indices?format=json&h=index,p,health").json
        #expect(answer == [["index": "i", "p": "1", "health": "yellow"]])
    }
}
