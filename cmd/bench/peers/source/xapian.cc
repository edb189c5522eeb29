// Xapian as a contender: see ../peers.go for the protocol.
#include <xapian.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace std;

static const char *stop_words[] = {"a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no",
	"not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with"};

static Xapian::SimpleStopper stopper(begin(stop_words), end(stop_words));

static long long now() {
	return chrono::duration_cast<chrono::microseconds>(chrono::steady_clock::now().time_since_epoch()).count();
}

static long long cpu() {
	rusage u;
	getrusage(RUSAGE_SELF, &u);
	return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000000LL + u.ru_utime.tv_usec + u.ru_stime.tv_usec;
}

static void build(const string &passages, const string &dir) {
	Xapian::WritableDatabase db(dir + "/xapian", Xapian::DB_CREATE_OR_OVERWRITE);
	Xapian::TermGenerator terms;
	terms.set_stemmer(Xapian::Stem("en"));
	terms.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
	terms.set_stopper(&stopper);
	terms.set_stopper_strategy(Xapian::TermGenerator::STOP_ALL);
	ifstream in(passages);
	string line;
	long long n = 0;
	while (getline(in, line)) {
		Xapian::Document doc;
		terms.set_document(doc);
		terms.index_text_without_positions(line.substr(line.find('\t') + 1));
		db.add_document(doc);
		n++;
	}
	db.commit();
	cout << "{\"phase\":\"build\",\"passages\":" << n << "}" << endl;
}

// Worker answers every step-th question from first on.
struct Worker {
	Xapian::Database db;
	Xapian::QueryParser parser;
	Xapian::Enquire enquire;

	explicit Worker(const string &dir) : db(dir + "/xapian"), enquire(db) {
		parser.set_stemmer(Xapian::Stem("en"));
		parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL);
		parser.set_stopper(&stopper);
		parser.set_default_op(Xapian::Query::OP_OR);
		enquire.set_weighting_scheme(Xapian::BM25Weight());
	}

	Xapian::MSet best(const string &question) {
		enquire.set_query(parser.parse_query(question, 0));
		return enquire.get_mset(0, 10);
	}

	void ask(const vector<string> &questions, size_t first, size_t step, vector<long long> &took) {
		for (size_t i = first; i < questions.size(); i += step) {
			long long begun = now();
			long long sum = 0;
			Xapian::MSet m = best(questions[i]);
			for (auto hit = m.begin(); hit != m.end(); ++hit) sum += *hit;
			took[i] = now() - begun;
		}
	}
};

static void hits(const string &dir, const vector<string> &questions) {
	Worker w(dir);
	for (const string &q : questions) {
		cout << "{\"phase\":\"hits\",\"hits\":[";
		Xapian::MSet m = w.best(q);
		const char *between = "";
		for (auto hit = m.begin(); hit != m.end(); ++hit) {
			cout << between << *hit - 1;
			between = ",";
		}
		cout << "]}\n";
	}
}

// query asks all questions, in warm rounds that do not count and one that does.
static void query(const string &dir, const vector<string> &questions, size_t threads, int warm) {
	vector<long long> took(questions.size());
	vector<Worker> workers;
	for (size_t t = 0; t < threads; t++) workers.emplace_back(dir);
	long long begun = 0, used = 0;
	for (; warm >= 0; warm--) {
		begun = now(), used = cpu();
		vector<thread> running;
		for (size_t t = 0; t < threads; t++) running.emplace_back([&, t] { workers[t].ask(questions, t, threads, took); });
		for (thread &r : running) r.join();
	}
	cout << "{\"phase\":\"query\",\"threads\":" << threads << ",\"wall_us\":" << now() - begun << ",\"cpu_us\":" << cpu() - used << ",\"latencies_us\":[";
	for (size_t i = 0; i < took.size(); i++) cout << (i ? "," : "") << took[i];
	cout << "]}" << endl;
}

int main(int argc, char **argv) try {
	string mode = argc == 4 ? argv[1] : "";
	if (mode == "build") {
		build(argv[2], argv[3]);
		return 0;
	}
	if (mode != "query" && mode != "hits") throw Xapian::InvalidArgumentError("usage: build PASSAGES DIR | query DIR QUESTIONS | hits DIR QUESTIONS");
	vector<string> questions;
	ifstream in(argv[3]);
	for (string line; getline(in, line);) questions.push_back(line);
	if (mode == "hits") {
		hits(argv[2], questions);
		return 0;
	}
	query(argv[2], questions, 1, 1);
	query(argv[2], questions, 2, 0);
	return 0;
} catch (const Xapian::Error &e) {
	cerr << e.get_description() << endl;
	return 1;
}
