META
key;value
description;A made-up election, for tests
country;Nowhere
unit;Nowhere
instance;2026
num_projects;3
num_votes;6
budget;1000.50
vote_type;approval
rule;greedy
date_begin;01.05.2026
date_end;08.05.2026
min_length;1
max_length;2
PROJECTS
project_id;cost;votes;name;selected
BO.1/24;600;4;"A park; with ""swings""";1
2;400.75;2;Benches;0
3;300.50;3;Signs;1
VOTES
voter_id;vote
1;BO.1/24,3
2;BO.1/24
3;3,BO.1/24
4;2
5;BO.1/24,2,3
6;4
