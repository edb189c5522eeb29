// Lucene as a contender: see ../peers.go for the protocol. In place of "query", "query-pruned" lets it stop counting hits
// after a thousand and leave out blocks of postings that cannot reach the top (block-max WAND).

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

public class Lucene {
	static final int ALL = Integer.MAX_VALUE, PRUNED = 1000;

	public static void main(String[] args) throws Exception {
		if (args.length != 3) {
			throw new IllegalArgumentException("usage: build PASSAGES DIR | query[-pruned] DIR QUESTIONS | hits DIR QUESTIONS");
		}
		switch (args[0]) {
		case "build":
			build(Path.of(args[1]), Path.of(args[2], "lucene"));
			break;
		case "hits":
			new Lucene(args[1], ALL).hits(Files.readAllLines(Path.of(args[2])));
			break;
		default:
			Lucene l = new Lucene(args[1], args[0].equals("query-pruned") ? PRUNED : ALL);
			List<String> questions = Files.readAllLines(Path.of(args[2]));
			l.rounds(questions, 1, 3);
			l.rounds(questions, 2, 1);
		}
	}

	static void build(Path passages, Path dir) throws Exception {
		IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
		config.setSimilarity(new BM25Similarity());
		config.setRAMBufferSizeMB(64);
		config.setUseCompoundFile(false);
		FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		int n = 0;
		try (IndexWriter w = new IndexWriter(new MMapDirectory(dir), config); Stream<String> lines = Files.lines(passages)) {
			for (Iterator<String> i = lines.iterator(); i.hasNext(); n++) {
				String line = i.next();
				Document d = new Document();
				d.add(new Field("text", line.substring(line.indexOf('\t') + 1), type));
				w.addDocument(d);
			}
			w.forceMerge(1);
		}
		System.out.println("{\"phase\":\"build\",\"passages\":" + n + "}");
	}

	final IndexSearcher searcher;
	final QueryBuilder builder = new QueryBuilder(new EnglishAnalyzer());
	final int threshold;

	Lucene(String dir, int threshold) throws Exception {
		searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(Path.of(dir, "lucene"))));
		searcher.setSimilarity(new BM25Similarity());
		searcher.setQueryCache(null);
		this.threshold = threshold;
	}

	// best returns the ten best passages. One index segment keeps the order of the passages, so numbers are line numbers.
	ScoreDoc[] best(String question) throws Exception {
		Query q = builder.createBooleanQuery("text", question, BooleanClause.Occur.SHOULD);
		if (q == null) {
			return new ScoreDoc[0];
		}
		TopScoreDocCollector top = TopScoreDocCollector.create(10, threshold);
		searcher.search(q, top);
		return top.topDocs().scoreDocs;
	}

	void hits(List<String> questions) throws Exception {
		for (String q : questions) {
			String found = Arrays.stream(best(q)).map(d -> "" + d.doc).collect(Collectors.joining(","));
			System.out.println("{\"phase\":\"hits\",\"hits\":[" + found + "]}");
		}
	}

	// rounds asks all questions: first some rounds to warm up, then one that counts.
	void rounds(List<String> questions, int threads, int warm) throws Exception {
		OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long[] took = new long[questions.size()];
		for (int round = 0; round < warm; round++) {
			ask(questions, threads, took);
		}
		long begun = System.nanoTime(), cpu = os.getProcessCpuTime();
		ask(questions, threads, took);
		System.out.println("{\"phase\":\"query\",\"threads\":" + threads + ",\"wall_us\":" + (System.nanoTime() - begun) / 1000
			+ ",\"cpu_us\":" + (os.getProcessCpuTime() - cpu) / 1000
			+ ",\"latencies_us\":[" + Arrays.stream(took).mapToObj(t -> "" + t).collect(Collectors.joining(",")) + "]}");
	}

	void ask(List<String> questions, int threads, long[] took) throws Exception {
		List<Thread> running = new ArrayList<>();
		Throwable[] failed = new Throwable[1];
		for (int t = 0; t < threads; t++) {
			int first = t;
			Thread r = new Thread(() -> {
				try {
					for (int i = first; i < took.length; i += threads) {
						long begun = System.nanoTime();
						best(questions.get(i));
						took[i] = (System.nanoTime() - begun) / 1000;
					}
				} catch (Exception e) {
					failed[0] = e;
				}
			});
			r.start();
			running.add(r);
		}
		for (Thread r : running) {
			r.join();
		}
		if (failed[0] != null) {
			throw new IllegalStateException(failed[0]);
		}
	}
}
