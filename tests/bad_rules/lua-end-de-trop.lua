-- attendu: AZ301 ligne 2: est de trop
end
