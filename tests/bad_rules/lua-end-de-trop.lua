-- attendu: AZ301 ligne 2:1: est de trop
end
